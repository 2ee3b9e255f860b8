package io.scflocal.core.junit;

import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * A function that runs as long as the tests of a class, or as long as one test if the field is not static.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ScfFunction function = ScfFunction.of(Path.of("chat")).withIdleTimeout(Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>The gateway takes any free port. Needs {@code junit-jupiter-api} on the test class path, which this library does not bring along.
 * The questions may be asked on any thread while the function runs.
 */
public final class ScfFunction implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final int ANY_FREE_PORT = 0;

    private final FunctionFolder folder;
    private final FunctionSettings settings;
    private final Timeouts timeouts;
    private final InstanceOptions instances;
    private final Predicate<StartFailure> skipped;
    private final BlockingQueue<Invocation> ended = new LinkedBlockingQueue<>();
    private @Nullable RunningFunction running;
    private boolean forOneTest;

    private ScfFunction(
            FunctionFolder folder,
            FunctionSettings settings,
            Timeouts timeouts,
            InstanceOptions instances,
            Predicate<StartFailure> skipped) {
        this.folder = folder;
        this.settings = settings;
        this.timeouts = timeouts;
        this.instances = instances;
        this.skipped = skipped;
    }

    /** The function in {@code folder} with the platform's defaults; a relative path is one of the working directory. */
    public static ScfFunction of(Path folder) {
        FunctionFolder function = new FunctionFolder(folder);
        return new ScfFunction(
                function,
                FunctionSettings.defaults(function.name()),
                Timeouts.DEFAULT,
                InstanceOptions.DEFAULT,
                failure -> false);
    }

    /** The same function with another idle timeout; see {@link PlatformLimits} for the range. */
    public ScfFunction withIdleTimeout(Duration limit) {
        return withTimeouts(new Timeouts(limit, timeouts.execution(), timeouts.init()));
    }

    /** The same function with another execution timeout. */
    public ScfFunction withExecutionTimeout(Duration limit) {
        return withTimeouts(new Timeouts(timeouts.idle(), limit, timeouts.init()));
    }

    /** The same function with another limit for its start. */
    public ScfFunction withInitTimeout(Duration limit) {
        return withTimeouts(new Timeouts(timeouts.idle(), timeouts.execution(), limit));
    }

    /** The same function with so many connections per instance. */
    public ScfFunction withConcurrency(int connections) {
        return new ScfFunction(folder, settings.withConcurrency(connections), timeouts, instances, skipped);
    }

    /** The same function with instances that are kept apart otherwise, or another number of them. */
    public ScfFunction withInstances(InstanceOptions options) {
        return new ScfFunction(folder, settings, timeouts, options, skipped);
    }

    /**
     * The same function run by a program of this machine's choice.
     *
     * @param name {@code node}, {@code python}, {@code php} or {@code java}, or more precisely as in {@link InterpreterChoices}
     */
    public ScfFunction withInterpreter(String name, Path program) {
        Map<String, Path> programs = new HashMap<>(instances.interpreters().programs());
        programs.put(name, program);
        return withInstances(instances.withInterpreters(new InterpreterChoices(programs)));
    }

    /** The same function with these variables of its own. */
    public ScfFunction withEnvironment(Map<String, String> variables) {
        return new ScfFunction(folder, settings.withEnvironment(variables), timeouts, instances, skipped);
    }

    /** The same function, whose tests are skipped instead of failed when it does not start for such a reason. */
    public ScfFunction skippedWhen(Predicate<StartFailure> reason) {
        return new ScfFunction(folder, settings, timeouts, instances, reason);
    }

    private ScfFunction withTimeouts(Timeouts limits) {
        return new ScfFunction(folder, settings, limits, instances, skipped);
    }

    /** Where clients connect, with the stage, for example {@code ws://127.0.0.1:34567/release/}. */
    public URI webSocketUri() {
        return emulator().webSocketUri();
    }

    /** The address of a path of the function, which may have a query. */
    public URI webSocketUri(String path) {
        return webSocketUri().resolve(path);
    }

    /** Where plain HTTP requests go, with the stage. */
    public URI httpUri() {
        URI ws = webSocketUri();
        return URI.create("http" + ws.toString().substring(ws.getScheme().length()));
    }

    /** All frames so far that the capture still lists, in the order of arrival over all connections. */
    public List<FrameRecord> frames() {
        CaptureReader capture = emulator().capture();
        return LongStream.range(capture.first(), capture.count())
                .mapToObj(capture::frame)
                .filter(FrameRecord::isListed)
                .toList();
    }

    /** The unmasked payload of a frame as far as it was captured. */
    public byte[] payload(FrameRecord frame) {
        ByteBuffer bytes = ByteBuffer.allocate(frame.capturedLength());
        emulator().capture().payload(frame.number(), 0, bytes);
        return bytes.array();
    }

    /** The open connections and those that have ended, newest first within each, open ones first. */
    public List<Invocation> invocations() {
        return emulator().invocations().recent();
    }

    /**
     * The next connection that has ended, each one once, in the order of their ends. Its status is {@code end().orElseThrow().status()}.
     *
     * @throws AssertionError if none ends within {@code limit}
     */
    public Invocation awaitEnd(Duration limit) throws InterruptedException {
        Invocation invocation = ended.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (invocation == null) {
            throw new AssertionError("No connection has ended within " + limit.toMillis() + " ms");
        }
        return invocation;
    }

    /** Everything else that is known of the running function. */
    public Emulator emulator() {
        RunningFunction now = running;
        if (now == null) {
            throw new IllegalStateException(
                    "The function runs during tests only; is the field annotated @RegisterExtension?");
        }
        return now.emulator();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (running == null) {
            forOneTest = true;
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (forOneTest) {
            forOneTest = false;
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void start() {
        ended.clear();
        EmulatorListener listener = new EmulatorListener() {
            @Override
            public void ended(Invocation invocation) {
                ended.add(invocation);
            }
        };
        try {
            running = RunningFunction.start(folder, this::options, listener);
        } catch (StartFailure failure) {
            String reason = StartReport.of(folder, failure);
            if (skipped.test(failure)) {
                throw new TestAbortedException(reason);
            }
            throw new AssertionError(reason, failure);
        } catch (IOException e) {
            throw new UncheckedIOException("The frames of " + folder.path() + " can't be recorded", e);
        }
    }

    private EmulatorOptions options(Path captures) {
        return new EmulatorOptions(
                        ANY_FREE_PORT,
                        PlatformLimits.FUNCTION_PORT,
                        EmulatorOptions.DEFAULT_STAGE,
                        CaptureOptions.under(captures),
                        settings,
                        timeouts)
                .withInstances(instances);
    }

    private void stop() {
        RunningFunction stopping = running;
        if (stopping != null) {
            running = null;
            stopping.close();
        }
    }
}
