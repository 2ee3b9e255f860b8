package io.scflocal.core.launch;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.EndCause;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** An instance that runs as processes on this machine, in a sandbox or not. Thread-safe. */
final class ProcessInstance implements Instance {
    private final String id;
    private final long pid;
    private final StartedProcess started;
    private final Doorway.Opening opening;
    private final ColdStart coldStart;
    private final List<InterpreterMapping> mappings;
    private final OptionalInt debugPort;
    private final MemorySampler.Sample memory;
    private volatile EndCause endCause = EndCause.PROCESS_EXITED;

    ProcessInstance(
            String id,
            StartedProcess started,
            Doorway.Opening opening,
            ColdStart coldStart,
            List<InterpreterMapping> mappings,
            OptionalInt debugPort,
            MemorySampler sampler) {
        this.id = id;
        this.started = started;
        this.opening = opening;
        this.coldStart = coldStart;
        this.mappings = mappings;
        this.debugPort = debugPort;
        pid = started.startFilePid();
        memory = sampler.watch(started.tree());
        started.exited().whenComplete((status, error) -> memory.close());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public InetSocketAddress address() {
        return opening.address();
    }

    @Override
    public Separation separation() {
        return opening.separation();
    }

    @Override
    public boolean loopbackOnly() {
        return opening.loopbackOnly();
    }

    @Override
    public OptionalInt debugPort() {
        return debugPort;
    }

    @Override
    public ColdStart coldStart() {
        return coldStart;
    }

    @Override
    public long memoryBytes() {
        return memory.bytes();
    }

    @Override
    public List<InterpreterMapping> mappings() {
        return mappings;
    }

    @Override
    public boolean isAlive() {
        return started.process().isAlive();
    }

    @Override
    public CompletableFuture<Integer> exited() {
        return started.exited();
    }

    @Override
    public EndCause endCause() {
        return endCause;
    }

    @Override
    public void stop() {
        started.end();
    }

    @Override
    public void kill(EndCause why) {
        endCause = why;
        started.kill();
    }
}
