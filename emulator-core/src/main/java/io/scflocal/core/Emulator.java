package io.scflocal.core;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One function behind one gateway: the composition root of the core and the interface for the window, the command line and tests.
 * The capture and the log live as long as the emulator and span several starts and stops.
 *
 * <p>Thread-safe. {@link #start()}, {@link #stop()} and {@link #close()} block and exclude each other, except that {@link #stop()}
 * and {@link #close()} interrupt a start that is under way.
 */
public final class Emulator implements AutoCloseable {
    private final FunctionFolder folder;
    private final EmulatorOptions options;
    private final CaptureStore capture;
    private final LiveConfiguration configuration;
    private final Listeners listeners = new Listeners();
    private final InstanceNotes instanceNotes = new InstanceNotes(listeners);
    private final Problems problems;
    private final InvocationLog log;
    private final Invocations invocations;
    private final Lifecycle lifecycle;
    private final Reloads reloads;

    private Emulator(FunctionFolder folder, EmulatorOptions options, CaptureStore capture, Ticker ticker) {
        this.folder = folder;
        this.options = options;
        this.capture = capture;
        configuration = new LiveConfiguration(options, capture, folder.name(), ticker);
        problems = new Problems(ticker, listeners::problem);
        log = new InvocationLog(ticker, listeners::logged);
        invocations = new Invocations(ticker, configuration::timeouts, log, listeners);
        listeners.add(new CaptureNotes(capture));
        lifecycle = new Lifecycle(
                () -> new EmulatorRun(this, configuration, options, ticker),
                capture,
                instanceNotes,
                listeners,
                GatewayPorts.of(options));
        listeners.add(new EmulatorListener() {
            @Override
            public void instanceChanged(InstanceView instance) {
                if (instance.state() == InstanceState.WARM || instance.state() == InstanceState.SERVING) {
                    lifecycle.started();
                }
            }
        });
        reloads = new Reloads(folder, options.captures().root(), ticker, lifecycle, instanceNotes);
    }

    /**
     * Prepares an emulator; nothing is started yet.
     *
     * @throws IOException if no capture can be written under the options' root
     */
    public static Emulator open(FunctionFolder folder, EmulatorOptions options) throws IOException {
        return open(folder, options, Ticker.system());
    }

    /**
     * Prepares an emulator that lives by another clock. Whoever moves that clock by hand calls {@link #setTimeouts} afterwards, so that
     * deadlines that have passed are seen.
     *
     * @throws IOException if no capture can be written under the options' root
     */
    public static Emulator open(FunctionFolder folder, EmulatorOptions options, Ticker ticker) throws IOException {
        CaptureStore capture = new Captures(options.captures().root())
                .create(folder.path(), options.captures().limits(), ticker);
        return new Emulator(folder, options, capture, ticker);
    }

    /**
     * Starts the gateway and the function; does nothing if they run.
     *
     * @throws StartFailure if the function can't be started or a port is taken; everything is stopped again then
     */
    public void start() throws StartFailure {
        reloads.follow(instanceOptions().reload());
        try {
            lifecycle.start();
        } finally {
            if (lifecycle.run().isEmpty()) {
                reloads.end();
            }
        }
    }

    /**
     * Gives a running function its code and its configuration anew, as {@link InstanceOptions#reload()} says, and by {@link
     * ReloadMode#CUT} if that says never. Listeners are told what happens; does nothing if nothing runs.
     */
    public void reload() {
        ReloadMode mode = instanceOptions().reload();
        lifecycle.reload(List.of(), mode == ReloadMode.OFF ? ReloadMode.CUT : mode);
    }

    /** Ends all connections, the gateway and every process of the function; does nothing if nothing runs. */
    public void stop() {
        reloads.end();
        lifecycle.stop();
    }

    /** Stops and frees the capture's memory; its files stay. */
    @Override
    public void close() {
        stop();
        capture.close();
    }

    /** What it is doing now. */
    public EmulatorState state() {
        return lifecycle.state();
    }

    /** Why the last start or reload failed; empty if it did not, or if nothing runs because it was stopped. */
    public Optional<StartFailure> failure() {
        return lifecycle.failure();
    }

    /** The function's folder. */
    public FunctionFolder folder() {
        return folder;
    }

    /** The limits in force. */
    public Timeouts timeouts() {
        return configuration.timeouts();
    }

    /** Puts other limits in force at once, also for connections that are open; the initialisation timeout from the next start on. */
    public void setTimeouts(Timeouts limits) {
        configuration.setTimeouts(limits);
        lifecycle.run().ifPresent(EmulatorRun::deadlinesChanged);
    }

    /** What the platform leaves open, as it is chosen now. */
    public PlatformChoices choices() {
        return configuration.choices();
    }

    /** Chooses otherwise; it acts at once, also on connections that are open. */
    public void setChoices(PlatformChoices other) {
        configuration.setChoices(other);
    }

    /** What an invocation that has ended so may cost in the cloud, if it had an instance of its own. */
    public BillingEstimate estimate(InvocationEnd end) {
        return BillingEstimate.ofConnection(
                settings().memoryMb(), end.durationNanos(), choices().prices());
    }

    /** What has broken a rule of the platform so far. */
    public Problems problems() {
        return problems;
    }

    /** The function's configuration. */
    public FunctionSettings settings() {
        return configuration.settings();
    }

    /** Another configuration, from the next start on. */
    public void setSettings(FunctionSettings other) {
        configuration.setSettings(other);
    }

    /** The oldest instance that runs; empty if none does. */
    public Optional<Instance> instance() {
        return lifecycle.run().flatMap(running -> running.instances().oldest());
    }

    /** The instances as they are now, the oldest first. */
    public List<InstanceView> instances() {
        return lifecycle.run().map(running -> running.instances().views()).orElse(List.of());
    }

    /** What the user should know about the instances of this run, each once, in the order in which it was noticed. */
    public List<InstanceNotice> instanceNotices() {
        return instanceNotes.notices();
    }

    /** How instances are kept apart, how many there may be, and when they are replaced. */
    public InstanceOptions instanceOptions() {
        return configuration.instances();
    }

    /** Other limits and another way to reload, in force at once; another isolation from the next start on. */
    public void setInstanceOptions(InstanceOptions limits) {
        configuration.setInstances(limits);
        if (lifecycle.run().isPresent()) {
            reloads.follow(limits.reload());
        }
    }

    /**
     * Where clients connect, with the stage, for example {@code ws://127.0.0.1:8000/release/}; the port of the options before the start.
     */
    public URI webSocketUri() {
        return lifecycle.ports().webSocketUri(options.stage());
    }

    /** Where clients connect by TLS, for example {@code wss://localhost:8443/release/}; empty if they can't. */
    public Optional<URI> secureWebSocketUri() {
        return lifecycle.ports().secureWebSocketUri(options.stage());
    }

    /** Why clients can't connect by TLS though they were to if they could: the port is taken, or there is no certificate. */
    public Optional<StartFailure> noTls() {
        return lifecycle.ports().noTls();
    }

    /** The port on which the function must listen. */
    public int functionPort() {
        return options.functionPort();
    }

    /**
     * Sends frames on a live connection, or ends it. Returns at once; the result comes on the gateway's thread, which whoever continues
     * there must not block. Frames made this way are marked in the capture, see {@link io.scflocal.core.capture.FrameRecord#origin()}.
     *
     * @param connection number of the connection, from 1
     * @throws IllegalArgumentException if the reason of a Close is too long
     */
    public CompletionStage<ActResult> act(int connection, ConnectionAct act) {
        return lifecycle
                .run()
                .map(running -> running.act(connection, act))
                .orElseGet(() -> CompletableFuture.completedStage(ActResult.NOT_OPEN));
    }

    /** The frames. */
    public CaptureReader capture() {
        return capture;
    }

    /** What there is of the capture so far, to be exported. */
    public CaptureSource captureSource() {
        return CaptureSource.of(capture);
    }

    /** How the writing of the capture goes. Cheap enough to be asked at every pulse of the screen. */
    public DiskReport disk() {
        return capture.disk();
    }

    /** The connections. */
    public Invocations invocations() {
        return invocations;
    }

    /** The lines of the function and of the platform. */
    public InvocationLog log() {
        return log;
    }

    /** From now on {@code listener} is told; closing the returned handle ends that. */
    public Subscription addListener(EmulatorListener listener) {
        return listeners.add(listener);
    }

    InstanceListener instanceListener() {
        return instanceNotes;
    }

    CaptureStore store() {
        return capture;
    }
}
