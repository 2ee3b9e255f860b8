package io.scflocal.core;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.Timeouts;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * One function behind one gateway: the composition root of the core and the interface for the window, the command line and tests.
 * The capture and the log live as long as the emulator and span several starts and stops.
 *
 * <p>Thread-safe. {@link #start()}, {@link #stop()} and {@link #close()} block and exclude each other, except that {@link #stop()}
 * and {@link #close()} interrupt a start that is under way.
 */
public final class Emulator implements AutoCloseable {

    private Emulator() {}

    /**
     * Prepares an emulator; nothing is started yet.
     *
     * @throws IOException if no capture can be written under the options' capture root
     */
    public static Emulator open(FunctionFolder folder, EmulatorOptions options) throws IOException {
        throw new IOException(folder + " " + options);
    }

    /**
     * Starts the function and then the gateway; does nothing if they run.
     *
     * @throws StartFailure if the function can't be started or a port is taken; everything is stopped again then
     */
    public void start() throws StartFailure {}

    /** Ends all connections, the gateway and every process of the function; does nothing if nothing runs. */
    public void stop() {}

    /** Stops and frees the capture's memory; its files stay. */
    @Override
    public void close() {}

    /** What it is doing now. */
    public EmulatorState state() {
        throw new IllegalStateException();
    }

    /** Why the last start failed; empty unless the state is {@link EmulatorState#FAILED}. */
    public Optional<StartFailure> failure() {
        return Optional.empty();
    }

    /** The function's folder. */
    public FunctionFolder folder() {
        throw new IllegalStateException();
    }

    /** The limits in force. */
    public Timeouts timeouts() {
        throw new IllegalStateException();
    }

    /** Puts other limits in force at once, also for connections that are open; the initialisation timeout from the next start on. */
    public void setTimeouts(Timeouts timeouts) {}

    /** The function's configuration. */
    public FunctionSettings settings() {
        throw new IllegalStateException();
    }

    /** Another configuration, from the next start on. */
    public void setSettings(FunctionSettings settings) {}

    /** The instance that serves connections; empty unless one is running. */
    public Optional<Instance> instance() {
        return Optional.empty();
    }

    /** Where clients connect, with the stage, for example {@code ws://127.0.0.1:8000/release/}; the port of the options before the start. */
    public URI webSocketUri() {
        throw new IllegalStateException();
    }

    /** The port on which the function must listen. */
    public int functionPort() {
        throw new IllegalStateException();
    }

    /** The frames. */
    public CaptureReader capture() {
        throw new IllegalStateException();
    }

    /** The connections. */
    public Invocations invocations() {
        throw new IllegalStateException();
    }

    /** The lines of the function and of the platform. */
    public InvocationLog log() {
        throw new IllegalStateException();
    }

    /** From now on {@code listener} is told; closing the returned handle ends that. */
    public Subscription addListener(EmulatorListener listener) {
        throw new IllegalStateException();
    }
}
