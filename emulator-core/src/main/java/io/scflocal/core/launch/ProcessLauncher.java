package io.scflocal.core.launch;

import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceLauncher;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartWatch;
import io.scflocal.core.interpreter.GitBash;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.output.OutputListener;
import io.scflocal.core.output.OutputTail;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.port.FreePorts;
import io.scflocal.core.port.ListeningSocket;
import io.scflocal.core.process.Household;
import io.scflocal.core.process.Leftovers;
import io.scflocal.core.process.Orphans;
import io.scflocal.core.process.ProcessMeans;
import io.scflocal.core.process.RunId;
import io.scflocal.core.process.ScratchDirectory;
import io.scflocal.core.process.TreeEnding;
import io.scflocal.core.process.Watchdog;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Starts instances as processes, plain or in sandboxes, by the {@link ProcessMeans} of the system; where that does not do it, a
 * {@link Watchdog} ends everything should this emulator be killed. What an emulator left that was killed is cleaned up before the first
 * start (on Linux).
 *
 * <p>Thread-safe.
 */
public final class ProcessLauncher implements InstanceLauncher {
    private final Ticker ticker;
    private final TreeEnding ending;
    private final Readiness readiness;
    private final Housing housing;
    private final RunId runIds;
    private final ProcessMeans means;
    private final Watchdog watchdog;
    private final MemorySampler memory = new MemorySampler();
    private final DebugPorts debugPorts = new DebugPorts();
    private final AtomicBoolean cleaned = new AtomicBoolean();
    private final Household household;
    private final boolean keepsLeftovers;
    private final Consumer<List<String>> leftovers;

    /**
     * Where and how processes are started.
     *
     * @param grace how long processes may take to end by themselves before they are killed
     * @param host the environment of the emulator, of which little is passed on
     * @param interpreters what the user wants to stand in for interpreters of the platform
     * @param household whose leftovers are looked for
     * @param keepsLeftovers whether what an emulator left that was killed stays as long as it is not in the way
     * @param leftovers told how many processes and how many directories of an emulator that was killed were cleaned up, as the details
     *     of {@link InstanceNotice.Kind#LEFTOVERS_ENDED}
     */
    public record Options(
            Duration grace,
            Map<String, String> host,
            InterpreterChoices interpreters,
            Household household,
            boolean keepsLeftovers,
            Consumer<List<String>> leftovers) {}

    private ProcessLauncher(Ticker ticker, Options options, Housing housing, ProcessMeans means) {
        this.ticker = ticker;
        this.housing = housing;
        this.means = means;
        household = options.household();
        runIds = new RunId(household);
        watchdog = new Watchdog(means, runIds.prefix());
        ending = new TreeEnding(ticker, options.grace());
        readiness = new Readiness(ticker);
        keepsLeftovers = options.keepsLeftovers();
        leftovers = options.leftovers();
    }

    /**
     * Starts plain processes, not shut off from this machine or from each other.
     *
     * @param ownPorts whether each is offered a port of its own in {@code PORT}
     */
    public static ProcessLauncher plain(Ticker ticker, Options options, boolean ownPorts) {
        return plain(ticker, options, ownPorts, HostSystem.current(), ProcessMeans.ofThisSystem());
    }

    /** As on another system. */
    static ProcessLauncher plain(
            Ticker ticker, Options options, boolean ownPorts, HostSystem system, ProcessMeans means) {
        LocalPrograms programs = programs(options);
        StartPreparation starts = system == HostSystem.WINDOWS
                ? new BashStart(new GitBash(options.host()), new InterpreterStandIns(programs, GitBash::path), programs)
                : new InterpreterStandIns(programs);
        Housing housing = new PlainHousing(Map.copyOf(options.host()), starts, new FreePorts(), ownPorts);
        return new ProcessLauncher(ticker, options, housing, means);
    }

    /** Starts sandboxes; works only where {@link SandboxProbe} finds nothing. */
    public static ProcessLauncher sandboxed(Ticker ticker, Options options) {
        Housing housing = new SandboxHousing(new InterpreterStandIns(programs(options)), new FreePorts());
        return new ProcessLauncher(ticker, options, housing, ProcessMeans.ofThisSystem());
    }

    private static LocalPrograms programs(Options options) {
        return new LocalPrograms(options.host(), options.interpreters());
    }

    @Override
    public Instance launch(LaunchRequest request, OutputListener output, StartWatch watch) throws StartFailure {
        StartFile file = StartFile.examine(request.folder());
        if (file.finding().isPresent()) {
            throw StartFileFailures.of(file.finding().get());
        }
        cleanUp(request.port());
        OutputTail tail = new OutputTail(output);
        try {
            watchdog.start();
            return launchForDebuggers(new Order(request, file, watch), tail);
        } catch (IOException e) {
            throw StartFailures.refused(String.valueOf(e.getMessage()), tail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartFailure.cancelled(tail.lines());
        }
    }

    @Override
    public boolean alwaysSeparates() {
        return housing instanceof SandboxHousing;
    }

    @Override
    public void close() {
        watchdog.close();
    }

    private void cleanUp(int port) {
        boolean inTheWay = housing instanceof PlainHousing && Orphans.hold(port, household);
        if ((!keepsLeftovers || inTheWay) && cleaned.compareAndSet(false, true)) {
            Leftovers found = Orphans.end(household, ending);
            if (found.isAny()) {
                leftovers.accept(List.of(Integer.toString(found.processes()), Integer.toString(found.directories())));
            }
        }
    }

    /** What is to be started, and for whom. */
    private record Order(LaunchRequest request, StartFile file, StartWatch watch) {}

    /** On a port for debuggers, if one is wanted; it is held as long as the instance lives. */
    private Instance launchForDebuggers(Order order, OutputTail tail)
            throws IOException, InterruptedException, StartFailure {
        OptionalInt wanted = order.request().debugPort();
        if (wanted.isEmpty()) {
            return launchProcess(order, wanted, tail);
        }
        int port = debugPorts.take(wanted.getAsInt());
        boolean launched = false;
        try {
            Instance instance = launchProcess(order, OptionalInt.of(port), tail);
            instance.exited().thenRun(() -> debugPorts.giveBack(port));
            launched = true;
            return instance;
        } finally {
            if (!launched) {
                debugPorts.giveBack(port);
            }
        }
    }

    private Instance launchProcess(Order order, OptionalInt debugPort, OutputTail tail)
            throws IOException, InterruptedException, StartFailure {
        LaunchRequest request = order.request();
        ScratchDirectory scratch = ScratchDirectory.create(household);
        Housing.Housed housed;
        StartedProcess started;
        long start = ticker.nanos();
        long prepared;
        try {
            housed = housing.prepare(order.file(), request, scratch.path(), runIds.create(), debugPort);
            prepared = ticker.nanos();
            started = StartedProcess.start(housed.command(), means, tail, scratch, ending);
        } catch (IOException | InterruptedException | StartFailure | RuntimeException e) {
            scratch.close();
            throw e;
        }
        watch(started.process().pid(), started);
        Duration preparing = Duration.ofNanos(prepared - start);
        Duration starting = Duration.ofNanos(ticker.nanos() - prepared);
        Readiness.Result result =
                awaitReady(started, new Readiness.Door(housed.doorway(), debugPort, order.watch()), request, tail);
        ColdStart coldStart = new ColdStart(
                preparing, starting.plus(result.begun()), result.waited().minus(result.begun()));
        boolean waits = debugPort.isPresent() && housed.doorway().listensOn(started.tree(), debugPort.getAsInt());
        return new ProcessInstance(
                request.id(),
                started,
                result.opening().orElseThrow(),
                coldStart,
                housed.mappings(),
                waits ? debugPort : OptionalInt.empty(),
                memory);
    }

    private void watch(long pid, StartedProcess started) {
        watchdog.begun(pid);
        started.exited().thenRun(() -> watchdog.ended(pid));
    }

    private Readiness.Result awaitReady(
            StartedProcess started, Readiness.Door door, LaunchRequest request, OutputTail tail)
            throws InterruptedException, StartFailure {
        boolean ready = false;
        try {
            Readiness.Result result = readiness.await(started, door, request.initTimeout());
            ready = result.opening().filter(ProcessLauncher::isReachable).isPresent();
            if (ready) {
                return result;
            }
            if (!started.process().isAlive()) {
                started.end();
                throw StartFailures.exited(started, tail);
            }
            List<ListeningSocket> listeners = door.way().listeners(started.tree());
            started.end();
            if (!result.hasBegun()) {
                throw StartFailures.notBegun(request, tail);
            }
            throw StartFailures.unreachable(request, listeners, tail);
        } finally {
            if (!ready) {
                started.end();
            }
        }
    }

    /** In a sandbox, as in the cloud, the loopback address is the function's own. */
    private static boolean isReachable(Doorway.Opening opening) {
        return !opening.loopbackOnly() || opening.separation() != Separation.SANDBOX;
    }
}
