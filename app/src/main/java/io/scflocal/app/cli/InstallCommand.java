package io.scflocal.app.cli;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.text.Messages;
import io.scflocal.core.FolderInstall;
import io.scflocal.core.check.InstallStep;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.launch.DependencyInstall;
import java.io.IOException;

/** {@code scf-local install}: fetches what the function's manifest asks for, with the tool that fits, into its folder. */
record InstallCommand(FunctionFolder folder, InterpreterChoices interpreters, Terminal terminal, Messages messages)
        implements FolderInstall.Listener {

    /** Installs, step by step, and returns the exit status: an error's if a tool fails, else 0. */
    int execute() throws InterruptedException {
        FolderInstall install = new FolderInstall(
                folder,
                new DependencyInstall.Options(
                        System.getenv(),
                        interpreters,
                        UserDirectories.ofSystem().household()));
        return StopOnSignal.guard(
                () -> {
                    install.cancel();
                    Runtime.getRuntime().halt(ExitStatus.INTERNAL_ERROR);
                },
                () -> execute(install));
    }

    private int execute(FolderInstall install) throws InterruptedException {
        try {
            FolderInstall.Result result = install.run(this);
            if (result.steps() == 0) {
                terminal.out().println(messages.get("config.install.nothing"));
            }
            if (result.failed().isEmpty()) {
                return ExitStatus.OK;
            }
            String command = result.failed().get().shown();
            String key = result.unreachable() ? "config.install.unreachable" : "config.install.failed";
            terminal.err().println(messages.get(key, command, Integer.toString(result.status())));
        } catch (StartFailure e) {
            terminal.err()
                    .println(messages.get("config.install.noTool", e.details().get(0)));
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error", e));
        }
        return ExitStatus.INTERNAL_ERROR;
    }

    @Override
    public void begins(InstallStep step) {
        terminal.out().println(messages.get("config.install.step", step.shown()));
        terminal.out().flush();
    }

    @Override
    public void printed(String line) {
        terminal.out().println("  " + ConsoleEvents.printable(line));
        terminal.out().flush();
    }
}
