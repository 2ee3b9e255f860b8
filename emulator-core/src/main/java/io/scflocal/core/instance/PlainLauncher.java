package io.scflocal.core.instance;

import io.scflocal.core.function.StartFile;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Starts instances as plain processes on this machine, not shut off from it or from each other. Works on Linux and macOS.
 * On Linux the processes of an emulator that was killed are ended before the next start.
 *
 * <p>Thread-safe.
 */
public final class PlainLauncher implements InstanceLauncher {
    /** How long processes may take to end by themselves when nothing else is said. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);

    private final Ticker ticker;
    private final Map<String, String> host;
    private final TreeEnding ending;
    private final Readiness readiness;
    private final InterpreterStandIns standIns;

    /**
     * @param ticker measures the start and the grace period
     * @param grace how long processes may take to end by themselves before they are killed
     * @param host the environment of the emulator, of which little is passed on
     */
    public PlainLauncher(Ticker ticker, Duration grace, Map<String, String> host) {
        this.ticker = ticker;
        this.host = Map.copyOf(host);
        ending = new TreeEnding(ticker, grace);
        readiness = new Readiness(ticker);
        standIns = new InterpreterStandIns(new LocalPrograms(host, System.getProperty("java.home")));
    }

    @Override
    public Instance launch(LaunchRequest request, OutputListener output) throws StartFailure {
        StartFile file = StartFile.examine(request.folder());
        if (file.finding().isPresent()) {
            throw StartFileFailures.of(file.finding().get());
        }
        Orphans.end(ending);
        checkPortIsFree(request.port());
        OutputTail tail = new OutputTail(output);
        try {
            return launch(request, file, tail);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            throw failure(StartProblem.NOT_STARTED, "The start file was not started: " + reason, List.of(reason), tail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(StartProblem.CANCELLED, "The start was given up.", List.of(), tail);
        }
    }

    private Instance launch(LaunchRequest request, StartFile file, OutputTail tail)
            throws IOException, InterruptedException, StartFailure {
        ScratchDirectory scratch = ScratchDirectory.create();
        PreparedStart prepared;
        StartedProcess started;
        long start = ticker.nanos();
        try {
            prepared = standIns.prepare(file, request.folder(), scratch.path());
            Map<String, String> environment = InstanceEnvironment.of(request, host, RunId.create());
            StartCommand command =
                    new StartCommand(prepared.executable(), request.folder().path(), environment);
            started = StartedProcess.start(command, tail, scratch, ending);
        } catch (IOException | InterruptedException | StartFailure | RuntimeException e) {
            scratch.close();
            throw e;
        }
        InetSocketAddress address = awaitReady(started, request, tail);
        Duration readyAfter = Duration.ofNanos(ticker.nanos() - start);
        return new PlainInstance(request.id(), started, address, readyAfter, prepared.mappings());
    }

    private InetSocketAddress awaitReady(StartedProcess started, LaunchRequest request, OutputTail tail)
            throws InterruptedException, StartFailure {
        boolean ready = false;
        try {
            Optional<InetSocketAddress> address =
                    readiness.await(started.process(), request.port(), request.initTimeout());
            ready = address.isPresent();
            if (ready) {
                return address.get();
            }
            throw started.process().isAlive() ? notListening(started, request, tail) : exitedEarly(started, tail);
        } finally {
            if (!ready) {
                started.end();
            }
        }
    }

    private static StartFailure exitedEarly(StartedProcess started, OutputTail tail) {
        started.end();
        int status = started.process().exitValue();
        List<String> refusals = tail.lines().stream()
                .filter(line -> line.startsWith(StartCommand.REFUSED))
                .toList();
        if (!refusals.isEmpty()) {
            String reason = refusals.get(0);
            return failure(
                    StartProblem.NOT_STARTED, "The start file was not started: " + reason, List.of(reason), tail);
        }
        String words = ExitStatus.inWords(status);
        return failure(
                StartProblem.EXITED_BEFORE_READY,
                "The process of the start file ended before its port opened, with exit status " + status
                        + (words.isEmpty() ? "." : " (" + words + ")."),
                List.of(Integer.toString(status), words),
                tail);
    }

    private static StartFailure notListening(StartedProcess started, LaunchRequest request, OutputTail tail) {
        List<Integer> ports = ListeningPorts.of(started.tree().members());
        started.end();
        String seconds = Long.toString(request.initTimeout().toSeconds());
        String message = "Nothing accepts connections on port " + request.port() + " after " + seconds + " s";
        if (ports.isEmpty()) {
            return failure(StartProblem.NOTHING_LISTENS, message + ".", List.of(seconds), tail);
        }
        String others = ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return failure(
                StartProblem.LISTENS_ELSEWHERE,
                message + "; the process listens on " + others + ".",
                List.of(seconds, others),
                tail);
    }

    private static void checkPortIsFree(int port) throws StartFailure {
        if (!PortOwner.isTaken(port)) {
            return;
        }
        Optional<PortOwner> owner = PortOwner.of(port);
        String pid = owner.map(holder -> Long.toString(holder.pid())).orElse("");
        String command = owner.map(PortOwner::command).orElse("");
        String holder = owner.isPresent() ? " by process " + pid + " " + command : "";
        throw new StartFailure(
                StartProblem.FUNCTION_PORT_BUSY,
                "Port " + port + " of the function is taken" + holder.stripTrailing() + ".",
                List.of(Integer.toString(port), pid, command),
                List.of());
    }

    private static StartFailure failure(StartProblem problem, String message, List<String> details, OutputTail tail) {
        return new StartFailure(problem, message, details, tail.lines());
    }
}
