package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InterpreterMapping;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.EndCause;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An instance without a process: its function is a socket of the test. */
final class FakeInstance implements Instance {
    private final InetSocketAddress address;
    private volatile EndCause endCause = EndCause.PROCESS_EXITED;
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
    public Separation separation() {
        return Separation.SHARED;
    }

    @Override
    public boolean loopbackOnly() {
        return false;
    }

    @Override
    public ColdStart coldStart() {
        return new ColdStart(Duration.ofMillis(3), Duration.ofMillis(2), Duration.ofMillis(7));
    }

    @Override
    public EndCause endCause() {
        return endCause;
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

    @Override
    public void kill(EndCause why) {
        endCause = why;
        exited.complete(137);
    }
}
