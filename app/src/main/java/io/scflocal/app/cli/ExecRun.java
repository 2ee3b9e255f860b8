package io.scflocal.app.cli;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.text.Messages;
import io.scflocal.core.Emulator;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.process.ClientProcess;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One function and one command that speaks to it: starts the one, then the other, and ends both.
 *
 * <p>{@link #run()} blocks on the main thread; {@link #stop()} may be called by any other.
 */
final class ExecRun {
    private final Emulator emulator;
    private final ExecOptions options;
    private final Terminal terminal;
    private final Messages messages;
    private final ConnectionSummary summary;
    private Optional<ClientProcess> command = Optional.empty();
    private boolean stopped;

    ExecRun(Emulator emulator, ExecOptions options, Terminal terminal, Messages messages) {
        this.emulator = emulator;
        this.options = options;
        this.terminal = terminal;
        this.messages = messages;
        summary = new ConnectionSummary(messages, options.function().timeouts());
    }

    /** Runs until the command has ended and gives its exit status. */
    int run() throws InterruptedException {
        emulator.addListener(summary);
        try {
            emulator.start();
            int status = runCommand();
            stop();
            if (status != ExitStatus.OK) {
                new LastLines(messages).print(emulator.log(), terminal.err());
            }
            return status;
        } catch (StartFailure failure) {
            if (failure.problem() != StartProblem.CANCELLED) {
                new ConsoleEvents(
                                terminal,
                                messages,
                                emulator.capture(),
                                options.function().timeouts())
                        .write(new Event.Failed(Ticker.system().epochNanos(), failure, false));
            }
            return ExitStatus.NOT_STARTED;
        } finally {
            stop();
            terminal.err().flush();
        }
    }

    private int runCommand() throws InterruptedException {
        Optional<ClientProcess> started;
        try {
            started = startCommand();
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()));
        }
        return started.isPresent() ? started.get().await() : ExitStatus.OK;
    }

    /** Starts nothing any more when a signal was first. */
    private synchronized Optional<ClientProcess> startCommand() throws IOException {
        if (!stopped) {
            terminal.err().flush();
            command = Optional.of(ClientProcess.start(
                    options.command(), addresses(), UserDirectories.ofSystem().household(), Ticker.system()));
        }
        return command;
    }

    private Map<String, String> addresses() {
        URI ws = emulator.webSocketUri();
        Map<String, String> addresses = new HashMap<>();
        addresses.put("SCF_LOCAL_WS", ws.toString());
        addresses.put(
                "SCF_LOCAL_HTTP",
                "http" + ws.toString().substring(ws.getScheme().length()));
        emulator.secureWebSocketUri().ifPresent(wss -> addresses.put("SCF_LOCAL_WSS", wss.toString()));
        return addresses;
    }

    /** Says why the command was not started, and gives the status that a shell would. */
    private int refused(String reason) {
        boolean missing = reason.contains("error=2,") || reason.contains("error=2 ");
        String program = options.command().get(0);
        terminal.err().println(messages.get(missing ? "exec.notFound" : "exec.notStarted", program, reason));
        return missing ? ExitStatus.COMMAND_NOT_FOUND : ExitStatus.COMMAND_NOT_STARTED;
    }

    /** Ends the command, every connection and the function, and sums up. Blocks until that is done. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        command.ifPresent(ClientProcess::end);
        emulator.stop();
        if (command.isPresent()) {
            List<String> lines = summary.lines();
            lines.forEach(terminal.err()::println);
            terminal.err().flush();
        }
        emulator.close();
    }
}
