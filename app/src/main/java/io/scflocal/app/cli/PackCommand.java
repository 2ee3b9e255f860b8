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
    private final Options options;
    private final Terminal terminal;
    private final Messages messages;

    /**
     * What was asked for.
     *
     * @param folder the function's folder, which exists
     * @param settings how the function is configured
     * @param target the archive
     * @param force whether a function with errors is packed too
     */
    record Options(FunctionFolder folder, FunctionSettings settings, Path target, boolean force) {}

    PackCommand(Options options, Terminal terminal, Messages messages) {
        this.options = options;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Packs and returns the exit status. */
    int execute() {
        try {
            CheckReport report =
                    PackedChecks.withoutRepaired(FolderCheck.run(options.folder(), options.settings(), () -> false));
            FindingPrinter printer = new FindingPrinter(terminal.out(), new Ink(terminal.colour()), messages);
            for (Finding finding : report.findings()) {
                printer.print(finding);
            }
            if (report.hasErrors() && !options.force()) {
                terminal.err().println(messages.get("cli.error", messages.get("pack.refused")));
                return ExitStatus.ERRORS_FOUND;
            }
            PackResult result = new FunctionArchive(options.folder().path()).write(options.target());
            new PackTexts(messages).lines(options.target(), result).forEach(terminal.out()::println);
            return result.tooLarge() ? ExitStatus.ERRORS_FOUND : ExitStatus.OK;
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error", messages.get("pack.failed", e)));
            return ExitStatus.INTERNAL_ERROR;
        }
    }
}
