package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.relay.RelayEnd;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xnio.XnioIoThread;

/**
 * Tells how tunnels have ended. One whose function was lost is told of a moment later: the kernel closes the sockets of a dying process
 * before the process is seen to have ended, which is the better reason.
 *
 * <p>Confined to the gateway's one I/O thread.
 */
final class TunnelEnds {
    private final InvocationEnds ends;
    private final Set<Runnable> unexplained = new HashSet<>();

    TunnelEnds(InvocationEnds ends) {
        this.ends = ends;
    }

    /** A tunnel has ended; its time ends now, whenever it is told of. */
    void ended(Invocation invocation, Instance instance, RelayEnd end, XnioIoThread ioThread) {
        long durationNanos = invocation.deadlines().billedNanos();
        Runnable ending = () -> end(invocation, instance, end, durationNanos);
        unexplained.add(ending);
        if (end.cause() == EndCause.FUNCTION_LOST && instance.isAlive()) {
            Tunnels.after(ioThread, Tunnels.EXIT_NOTICE, () -> explain(ending));
        } else {
            explain(ending);
        }
    }

    /** Waits for no reason any longer; for when the gateway stops. */
    void explainAll() {
        List.copyOf(unexplained).forEach(this::explain);
    }

    private void explain(Runnable ending) {
        if (unexplained.remove(ending)) {
            ending.run();
        }
    }

    private void end(Invocation invocation, Instance instance, RelayEnd end, long durationNanos) {
        boolean died = end.cause() == EndCause.FUNCTION_LOST && !instance.isAlive();
        RelayEnd explained = died ? RelayEnd.withoutCloseFrame(instance.endCause()) : end;
        ends.tunnelEnded(invocation, explained, instance, durationNanos);
    }
}
