package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PackTexts;
import io.scflocal.core.check.CheckReport;
import io.scflocal.core.check.Finding;
import io.scflocal.core.check.FolderCheck;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.pack.FunctionArchive;
import io.scflocal.core.pack.PackResult;
import io.scflocal.core.pack.PackedChecks;
import java.io.IOException;
import java.nio.file.Path;

/** {@code scf-local pack}: checks a folder and writes the archive that the cloud takes. */
final class PackCommand {
    private final FunctionFolder folder;
    private final Path target;
    private final boolean force;
    private final Terminal terminal;
    private final Messages messages;

    /** Writes to {@code target}; with {@code force} also what would not work in the cloud. */
    PackCommand(FunctionFolder folder, Path target, boolean force, Terminal terminal, Messages messages) {
        this.folder = folder;
        this.target = target;
        this.force = force;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Packs and returns the exit status. */
    int execute() {
        try {
            CheckReport report = PackedChecks.withoutRepaired(
                    FolderCheck.run(folder, FunctionSettings.defaults(folder.name()), () -> false));
            FindingPrinter printer = new FindingPrinter(terminal.out(), new Ink(terminal.colour()), messages);
            for (Finding finding : report.findings()) {
                printer.print(finding);
            }
            if (report.hasErrors() && !force) {
                terminal.err().println(messages.get("cli.error", messages.get("pack.refused")));
                return ExitStatus.ERRORS_FOUND;
            }
            PackResult result = new FunctionArchive(folder.path()).write(target);
            new PackTexts(messages).lines(target, result).forEach(terminal.out()::println);
            return result.tooLarge() ? ExitStatus.ERRORS_FOUND : ExitStatus.OK;
        } catch (IOException e) {
            terminal.err()
                    .println(messages.get("cli.error", messages.get("pack.failed", String.valueOf(e.getMessage()))));
            return ExitStatus.INTERNAL_ERROR;
        }
    }
}
