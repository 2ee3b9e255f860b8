package io.scflocal.core.invocation;

import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.Prices;
import java.util.HashMap;
import java.util.Map;

/**
 * How long instances have been busy with invocations, for the estimate of the costs. Time in which an instance serves several
 * connections counts once.
 *
 * <p>Thread-safe.
 */
final class BusyTime {
    private final Map<String, Busy> instances = new HashMap<>();
    private long calls;
    private double gbSeconds;

    private static final class Busy {
        private int connections;
        private long sinceNanos;
    }

    /** An instance takes an invocation. */
    synchronized void served(String instance, long nowNanos) {
        Busy busy = instances.computeIfAbsent(instance, added -> new Busy());
        if (busy.connections == 0) {
            busy.sinceNanos = nowNanos;
        }
        busy.connections++;
    }

    /** An invocation is over; {@code instance} is empty if none has served it. */
    synchronized void ended(String instance, long nowNanos, int memoryMb) {
        calls++;
        Busy busy = instances.get(instance);
        if (busy == null) {
            return;
        }
        busy.connections--;
        if (busy.connections == 0) {
            gbSeconds += BillingEstimate.gbSeconds(memoryMb, nowNanos - busy.sinceNanos);
            instances.remove(instance);
        }
    }

    /** What the invocations that are over have cost. */
    synchronized BillingEstimate estimate(Prices prices) {
        return BillingEstimate.of(calls, gbSeconds, prices);
    }
}
