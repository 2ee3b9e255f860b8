package io.scflocal.core.instance;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An instance that runs as plain processes on this machine. Thread-safe. */
final class PlainInstance implements Instance {
    private final String id;
    private final StartedProcess started;
    private final InetSocketAddress address;
    private final Duration readyAfter;
    private final List<InterpreterMapping> mappings;
    private final MemorySampler memory;

    PlainInstance(
            String id,
            StartedProcess started,
            InetSocketAddress address,
            Duration readyAfter,
            List<InterpreterMapping> mappings) {
        this.id = id;
        this.started = started;
        this.address = address;
        this.readyAfter = readyAfter;
        this.mappings = mappings;
        memory = MemorySampler.start(started.tree());
        started.exited().whenComplete((status, error) -> memory.close());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long pid() {
        return started.process().pid();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Duration readyAfter() {
        return readyAfter;
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
    public void stop() {
        started.end();
    }
}
