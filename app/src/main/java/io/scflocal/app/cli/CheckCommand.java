package io.scflocal.app.cli;

import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.core.check.CheckReport;
import io.scflocal.core.check.Finding;
import io.scflocal.core.check.FolderCheck;
import io.scflocal.core.check.Preview;
import io.scflocal.core.check.Repair;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import java.io.IOException;

/** {@code scf-local check}: says what of a folder would go wrong in the cloud, and repairs what is safe to repair. */
final class CheckCommand {
    private final Options options;
    private final Terminal terminal;
    private final Messages messages;

    /**
     * What was asked for.
     *
     * @param folder the function's folder, which exists
     * @param settings how the function is configured
     * @param json whether findings are written as JSON
     * @param preview whether the changes of fixes are shown
     * @param fix whether fixes are carried out
     */
    record Options(FunctionFolder folder, FunctionSettings settings, boolean json, boolean preview, boolean fix) {}

    CheckCommand(Options options, Terminal terminal, Messages messages) {
        this.options = options;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Checks and returns the exit status. */
    int execute() {
        try {
            CheckReport report = FolderCheck.run(options.folder(), options.settings(), () -> false);
            if (options.fix()) {
                report = repaired(report);
            }
            print(report);
            return report.hasErrors() ? ExitStatus.ERRORS_FOUND : ExitStatus.OK;
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error", messages.get("checks.unreadable", e)));
            return ExitStatus.INTERNAL_ERROR;
        }
    }

    /** What is left after the fixes; what they changed goes to standard error if standard output carries JSON. */
    private CheckReport repaired(CheckReport report) throws IOException {
        CheckTexts texts = new CheckTexts(messages);
        ChangePrinter printer = new ChangePrinter(options.json() ? terminal.err() : terminal.out(), ink(), messages);
        Repair repair = new Repair(options.folder());
        for (Finding finding : report.findings()) {
            if (finding.fix().isPresent()) {
                String what = finding.place() + "  " + texts.fix(finding.fix().get());
                try {
                    Preview done = repair.apply(finding.fix().get());
                    printer.print(messages.get("checks.fix.done", what), done);
                } catch (IOException e) {
                    terminal.err().println(messages.get("checks.fix.failed", finding.file(), e));
                }
            }
        }
        return FolderCheck.run(options.folder(), options.settings(), () -> false);
    }

    private void print(CheckReport report) throws IOException {
        if (options.json()) {
            new FindingJson(terminal.out(), messages).print(options.folder(), report.findings());
            return;
        }
        FindingPrinter printer = new FindingPrinter(terminal.out(), ink(), messages);
        for (Finding finding : report.findings()) {
            printer.print(finding);
            preview(finding);
        }
        printer.summary(report);
    }

    private void preview(Finding finding) throws IOException {
        if (options.preview() && finding.fix().isPresent()) {
            Preview preview = new Repair(options.folder()).preview(finding.fix().get());
            String what = new CheckTexts(messages).fix(finding.fix().get());
            new ChangePrinter(terminal.out(), ink(), messages).print(messages.get("checks.fix.would", what), preview);
        }
    }

    private Ink ink() {
        return new Ink(terminal.colour());
    }
}
