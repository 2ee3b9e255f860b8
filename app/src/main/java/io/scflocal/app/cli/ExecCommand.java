package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.Emulator;
import java.io.IOException;

/** {@code scf-local exec}: runs the function for as long as a command needs it. */
final class ExecCommand {
    private final ExecOptions options;
    private final Terminal terminal;
    private final Messages messages;

    ExecCommand(ExecOptions options, Terminal terminal, Messages messages) {
        this.options = options;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Blocks until the command has ended and everything is stopped; gives the command's exit status. */
    int execute() throws InterruptedException {
        RunCommand.notices(options.function(), messages).forEach(terminal.err()::println);
        terminal.err().flush();
        try {
            Emulator emulator = Emulator.open(
                    options.function().folder(), options.function().emulatorOptions());
            ExecRun run = new ExecRun(emulator, options, terminal, messages);
            return StopOnSignal.guard(run::stop, run::run);
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error.capture", e));
            return ExitStatus.NOT_STARTED;
        }
    }
}
