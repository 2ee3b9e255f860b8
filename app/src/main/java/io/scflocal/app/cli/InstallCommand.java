package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.check.InstallStep;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.DependencyInstall;
import io.scflocal.core.instance.StartFailure;
import java.io.IOException;
import java.util.List;

/** {@code scf-local install}: fetches what the function's manifest asks for, with the tool that fits, into its folder. */
record InstallCommand(FunctionFolder folder, InterpreterChoices interpreters, Terminal terminal, Messages messages) {

    /** Installs, step by step, and returns the exit status: that of the first tool that fails, else 0. */
    int execute() throws InterruptedException {
        try {
            List<InstallStep> steps = InstallStep.of(folder);
            if (steps.isEmpty()) {
                terminal.out().println(messages.get("config.install.nothing"));
            }
            for (InstallStep step : steps) {
                terminal.out().println(messages.get("config.install.step", step.shown()));
                terminal.out().flush();
                int status = run(step);
                if (status != 0) {
                    terminal.err()
                            .println(messages.get("config.install.failed", step.shown(), Integer.toString(status)));
                    return ExitStatus.INTERNAL_ERROR;
                }
            }
            return ExitStatus.OK;
        } catch (StartFailure e) {
            terminal.err()
                    .println(messages.get("config.install.noTool", e.details().get(0)));
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error", String.valueOf(e.getMessage())));
        }
        return ExitStatus.INTERNAL_ERROR;
    }

    private int run(InstallStep step) throws IOException, StartFailure, InterruptedException {
        DependencyInstall install = DependencyInstall.start(
                folder,
                step.tool(),
                step.arguments(),
                new DependencyInstall.Options(System.getenv(), interpreters),
                (stream, line) -> {
                    terminal.out().println("  " + line);
                    terminal.out().flush();
                });
        return StopOnSignal.guard(
                () -> {
                    install.cancel();
                    Runtime.getRuntime().halt(ExitStatus.INTERNAL_ERROR);
                },
                install::await);
    }
}
