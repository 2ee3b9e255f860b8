package io.scflocal.core.instance;

import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.EndCause;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An instance without a process. */
public final class StubInstance implements Instance {
    final String id;
    final Separation separation;
    private final InetSocketAddress address;
    /** Resident memory, as if it were measured. */
    public volatile long memoryBytes;

    private volatile EndCause endCause = EndCause.PROCESS_EXITED;
    private final CompletableFuture<Integer> exited = new CompletableFuture<>();

    /** One to which nobody connects. */
    public StubInstance(String id, Separation separation) {
        this(id, separation, new InetSocketAddress("127.0.0.1", 1));
    }

    /** One whose function listens at an address. */
    public StubInstance(String id, Separation separation, InetSocketAddress address) {
        this.id = id;
        this.separation = separation;
        this.address = address;
    }

    @Override
    public String id() {
        return id;
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
        return separation;
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
    public long memoryBytes() {
        return memoryBytes;
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
    public EndCause endCause() {
        return endCause;
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
