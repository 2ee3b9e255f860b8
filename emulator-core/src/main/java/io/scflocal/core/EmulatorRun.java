package io.scflocal.core;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.gateway.Gateway;
import io.scflocal.core.gateway.GatewayOptions;
import io.scflocal.core.instance.DebuggerWatch;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.invocation.FunctionOutput;
import io.scflocal.core.invocation.LogMeter;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.launch.ChosenLauncher;
import io.scflocal.core.launch.ProcessLauncher;
import io.scflocal.core.output.OutputListener;
import io.scflocal.core.output.OutputStreamKind;
import io.scflocal.core.pool.InstancePool;
import io.scflocal.core.pool.PoolLimits;
import io.scflocal.core.process.TreeEnding;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import io.scflocal.core.relay.FrameCapture;
import io.scflocal.core.time.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * From one start of an {@link Emulator} to its stop: the gateway and the provider of instances behind it. The gateway listens first, so
 * a busy port is known before the function is started, and a client that comes early waits for the cold start as it would in the cloud.
 */
final class EmulatorRun {
    private static final long LOOK_MILLIS = 500;

    private final Emulator emulator;
    private final LiveConfiguration configuration;
    private final EmulatorOptions options;
    private final Ticker ticker;
    private final ExecutorService starts = Executors.newCachedThreadPool(task -> thread(task, "instance-start"));
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "instance-looks"));
    private final FunctionOutput output;
    private final InstancePool instances;
    private final DebuggerWatch debuggers;
    private final Gateway gateway;

    EmulatorRun(Emulator emulator, LiveConfiguration configuration, EmulatorOptions options, Ticker ticker) {
        this.emulator = emulator;
        this.configuration = configuration;
        this.options = options;
        this.ticker = ticker;
        InstanceListener listener = emulator.instanceListener();
        InstanceOptions kept = configuration.instances();
        ProcessLauncher.Options processes = new ProcessLauncher.Options(
                TreeEnding.DEFAULT_GRACE,
                System.getenv(),
                kept.interpreters(),
                kept.household(),
                kept.keepsLeftovers(),
                found -> listener.noticed(new InstanceNotice(InstanceNotice.Kind.LEFTOVERS_ENDED, "", found)));
        instances = new InstancePool(
                ticker,
                new ChosenLauncher(ticker, kept.isolation(), processes, listener::noticed),
                new InstancePool.Plan(this::limits, this::request, this::outputOf),
                listener,
                starts);
        output = new FunctionOutput(
                emulator.invocations(),
                emulator.log(),
                new LogMeter(ticker, emulator.problems()),
                instances::isStarting);
        debuggers = new DebuggerWatch(instances::debugPorts);
        GatewayOptions gatewayOptions = new GatewayOptions(
                options.stage(),
                configuration::settings,
                configuration::timeouts,
                configuration::choices,
                new StoreFrames(emulator.store()),
                emulator.problems());
        gateway = new Gateway(gatewayOptions, instances, emulator.invocations());
    }

    /** Starts everything; tells where the gateway listens. Everything is stopped again when this throws. */
    GatewayPorts start() throws StartFailure {
        EnvironmentProblems.report(configuration.settings().environment(), emulator.problems());
        try {
            GatewayPorts ports = new GatewayListening(options, ticker).start(gateway);
            looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            logInterpreters(awaitInstance());
            return ports;
        } catch (StartFailure e) {
            stop();
            throw e;
        }
    }

    private void look() {
        instances.checkMemory();
        Set<String> debugged = debuggers.look();
        instances.debugged(debugged);
        if (emulator.invocations().debugged(debugged)) {
            deadlinesChanged();
        }
    }

    /** Makes a start that is under way fail soon. Any thread. */
    void cancelStart() {
        instances.stop();
    }

    /** Ends connections first, so that they end as stopped and not as lost, then the processes. */
    void stop() {
        gateway.stop();
        looks.shutdownNow();
        instances.stop();
        starts.shutdownNow();
    }

    /** Whether old and new instances can run side by side. */
    boolean canDrain() {
        return instances.views().stream().noneMatch(view -> view.separation().equals(Optional.of(Separation.SHARED)));
    }

    /** How many connections instances serve. */
    int servedConnections() {
        return instances.views().stream().mapToInt(InstanceView::connections).sum();
    }

    /** Replaces all instances in a way that is not {@link ReloadMode#OFF}; completes with the first new one. */
    CompletionStage<Instance> reload(ReloadMode mode) {
        List<Instance> old = instances.retire();
        if (mode != ReloadMode.CUT) {
            return instances.warmUp();
        }
        gateway.retire(old);
        // A debugger that connects again looks for the port that it knows, which the old instance has until it is gone.
        return limits().debug()
                ? CompletableFuture.allOf(old.stream().map(Instance::exited).toArray(CompletableFuture[]::new))
                        .thenCompose(gone -> instances.warmUp())
                : instances.warmUp();
    }

    void deadlinesChanged() {
        gateway.deadlinesChanged();
    }

    CompletionStage<ActResult> act(int connection, ConnectionAct act) {
        return gateway.act(connection, act);
    }

    InstancePool instances() {
        return instances;
    }

    private void logInterpreters(Instance instance) {
        for (InterpreterMapping mapping : instance.mappings()) {
            emulator.log()
                    .append(
                            LogSource.PLATFORM,
                            "",
                            "Interpreter " + mapping.platformPath() + ": " + mapping.localPath() + " "
                                    + mapping.localVersion());
        }
    }

    private Instance awaitInstance() throws StartFailure {
        try {
            return instances.warmUp().toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartFailure.cancelled(List.of());
        } catch (ExecutionException e) {
            throw StartFailure.from(e.getCause());
        }
    }

    private PoolLimits limits() {
        return PoolLimits.of(
                configuration.settings(),
                configuration.instances().maxInstances(),
                configuration.instances().debugPort().isPresent(),
                configuration.choices().limits().enforced());
    }

    private LaunchRequest request(String id) {
        return new LaunchRequest(
                id,
                emulator.folder(),
                configuration.settings(),
                configuration.timeouts().init(),
                options.functionPort(),
                configuration.instances().debugPort());
    }

    private OutputListener outputOf(String instance) {
        return (stream, line) ->
                output.printed(instance, stream == OutputStreamKind.STDOUT ? LogSource.STDOUT : LogSource.STDERR, line);
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The capture as the gateway sees it. */
    private record StoreFrames(CaptureStore store) implements FrameCapture {
        @Override
        public FrameSink recorder(int connection, Direction direction, FrameOrigin origin) {
            return store.recorder(connection, direction, origin);
        }

        @Override
        public long lastFrame() {
            return store.count() - 1;
        }
    }
}
