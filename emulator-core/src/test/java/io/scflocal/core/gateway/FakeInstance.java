package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InterpreterMapping;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An instance without a process: its function is a socket of the test. */
final class FakeInstance implements Instance {
    private final InetSocketAddress address;
    private final CompletableFuture<Integer> exited = new CompletableFuture<>();

    FakeInstance(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public String id() {
        return "A";
    }

    @Override
    public long pid() {
        return 1;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Duration readyAfter() {
        return Duration.ofMillis(12);
    }

    @Override
    public long memoryBytes() {
        return 32 << 20;
    }

    @Override
    public List<InterpreterMapping> mappings() {
        return List.of();
    }

    @Override
    public boolean isAlive() {
        return !exited.isDone();
    }

    @Override
    public CompletableFuture<Integer> exited() {
        return exited;
    }

    @Override
    public void stop() {
        exited.complete(143);
    }
}
