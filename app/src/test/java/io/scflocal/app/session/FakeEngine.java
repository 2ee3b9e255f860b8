package io.scflocal.app.session;

import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.Reload;
import io.scflocal.core.Subscription;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.DiskState;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import io.scflocal.core.time.Ticker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An engine that runs nothing: it starts at once, or fails as it was told. */
public final class FakeEngine implements Engine {
    public final FunctionFolder folder;
    public final EmulatorOptions options;
    public final List<ConnectionAct> acts = new CopyOnWriteArrayList<>();
    public volatile Optional<StartFailure> noTls = Optional.empty();
    public volatile PlatformChoices choices = PlatformChoices.DEFAULT;
    public final Problems problems = new Problems(Ticker.system(), problem -> {});
    public volatile long frames;
    public volatile long memoryBytes = 64L << 20;
    public volatile boolean closed;
    public volatile int starts;
    public volatile List<InstanceNotice> instanceNotices = List.of();
    public volatile InstanceOptions instanceOptions;
    public volatile Timeouts timeouts;
    public volatile FunctionSettings settings;
    /** Why new code does not start; no instance runs then. */
    public volatile @Nullable StartFailure reloadFailure;

    /** Whether a debugger is attached during the start. */
    public volatile boolean debugged;

    private final @Nullable StartFailure failing;
    private final List<EmulatorListener> listeners = new CopyOnWriteArrayList<>();
    private final Ticker ticker = Ticker.system();
    private final InvocationLog log = new InvocationLog(ticker, line -> {});
    private final Invocations invocations = new Invocations(ticker, this::timeouts, log, new InvocationListener() {});
    private volatile EmulatorState state = EmulatorState.STOPPED;

    public FakeEngine(FunctionFolder folder, EmulatorOptions options, @Nullable StartFailure failing) {
        this.folder = folder;
        this.options = options;
        this.failing = failing;
        timeouts = options.timeouts();
        settings = options.settings();
        instanceOptions = options.instances();
    }

    private Timeouts timeouts() {
        return timeouts;
    }

    /** Goes into a state without a command, as when the function's process ends. */
    public void become(EmulatorState next) {
        state = next;
        listeners.forEach(listener -> listener.stateChanged(next));
    }

    @Override
    public void start() throws StartFailure {
        starts++;
        become(EmulatorState.STARTING);
        if (failing != null) {
            become(EmulatorState.FAILED);
            throw failing;
        }
        become(EmulatorState.RUNNING);
    }

    @Override
    public void reload() {
        listeners.forEach(listener -> listener.reloading(new Reload(List.of(), ReloadMode.CUT, false, 0)));
    }

    @Override
    public void stop() {
        if (state == EmulatorState.RUNNING) {
            become(EmulatorState.STOPPING);
            become(EmulatorState.STOPPED);
        }
    }

    @Override
    public void close() {
        stop();
        closed = true;
    }

    @Override
    public EmulatorState state() {
        return state;
    }

    @Override
    public Optional<StartFailure> failure() {
        return Optional.ofNullable(state == EmulatorState.FAILED ? failing : reloadFailure);
    }

    @Override
    public void setTimeouts(Timeouts changed) {
        timeouts = changed;
    }

    @Override
    public PlatformChoices choices() {
        return choices;
    }

    @Override
    public void setChoices(PlatformChoices other) {
        choices = other;
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public void setSettings(FunctionSettings changed) {
        settings = changed;
    }

    @Override
    public Optional<Instance> instance() {
        return hasInstance() ? Optional.of(new FakeInstance()) : Optional.empty();
    }

    @Override
    public List<InstanceView> instances() {
        if (state == EmulatorState.STARTING && debugged) {
            return List.of(new InstanceView(
                    "A",
                    0,
                    InstanceState.STARTING,
                    0,
                    0,
                    Duration.ofSeconds(3),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new InstanceView.Debugging(9229, true))));
        }
        return hasInstance()
                ? List.of(new InstanceView(
                        "A",
                        48_213,
                        InstanceState.WARM,
                        0,
                        memoryBytes,
                        Duration.ofSeconds(3),
                        Optional.of(new ColdStart(Duration.ZERO, Duration.ZERO, Duration.ofMillis(412))),
                        Optional.of(Separation.SANDBOX),
                        Optional.empty()))
                : List.of();
    }

    private boolean hasInstance() {
        return state == EmulatorState.RUNNING && reloadFailure == null;
    }

    @Override
    public List<InstanceNotice> instanceNotices() {
        return instanceNotices;
    }

    @Override
    public void setInstanceOptions(InstanceOptions changed) {
        instanceOptions = changed;
    }

    @Override
    public URI webSocketUri() {
        return URI.create("ws://127.0.0.1:" + options.gatewayPort() + "/release/");
    }

    @Override
    public Optional<URI> secureWebSocketUri() {
        return noTls.isPresent() ? Optional.empty() : Optional.of(URI.create("wss://localhost:8443/release/"));
    }

    @Override
    public Optional<StartFailure> noTls() {
        return noTls;
    }

    @Override
    public int functionPort() {
        return options.functionPort();
    }

    @Override
    public CompletionStage<ActResult> act(int connection, ConnectionAct act) {
        acts.add(act);
        return CompletableFuture.completedStage(ActResult.DONE);
    }

    @Override
    public CaptureSource captureSource() {
        throw new UnsupportedOperationException("no test exports from here");
    }

    @Override
    public DiskReport disk() {
        return new DiskReport(DiskState.KEEPS_UP, Path.of("capture"), Optional.empty());
    }

    @Override
    public CaptureReader capture() {
        return new FakeCapture();
    }

    @Override
    public Invocations invocations() {
        return invocations;
    }

    @Override
    public InvocationLog log() {
        return log;
    }

    @Override
    public Subscription addListener(EmulatorListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private final class FakeCapture implements CaptureReader {
        @Override
        public long count() {
            return frames;
        }

        @Override
        public long bytes() {
            return frames * 280;
        }

        @Override
        public FrameRecord frame(long number) {
            throw new IndexOutOfBoundsException(String.valueOf(number));
        }

        @Override
        public int payload(long number, long offset, ByteBuffer target) {
            throw new IndexOutOfBoundsException(String.valueOf(number));
        }

        @Override
        public int wire(long number, long offset, ByteBuffer target) {
            throw new IndexOutOfBoundsException(String.valueOf(number));
        }
    }

    private final class FakeInstance implements Instance {
        @Override
        public String id() {
            return "A";
        }

        @Override
        public long pid() {
            return 48_213;
        }

        @Override
        public InetSocketAddress address() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), options.functionPort());
        }

        @Override
        public Separation separation() {
            return Separation.SHARED;
        }

        @Override
        public boolean loopbackOnly() {
            return false;
        }

        @Override
        public ColdStart coldStart() {
            return new ColdStart(Duration.ofMillis(8), Duration.ofMillis(12), Duration.ofMillis(400));
        }

        @Override
        public EndCause endCause() {
            return EndCause.PROCESS_EXITED;
        }

        @Override
        public void kill(EndCause why) {}

        @Override
        public long memoryBytes() {
            return memoryBytes;
        }

        @Override
        public List<InterpreterMapping> mappings() {
            return List.of(new InterpreterMapping("/var/lang/python3/bin/python3", "/usr/bin/python3", "3.11.2"));
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public CompletableFuture<Integer> exited() {
            return new CompletableFuture<>();
        }

        @Override
        public void stop() {}
    }
}
