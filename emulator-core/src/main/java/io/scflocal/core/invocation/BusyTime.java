package io.scflocal.core.invocation;

import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.Prices;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

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
        private OptionalLong pausedNanos = OptionalLong.empty();

        private void resume(long nowNanos) {
            pausedNanos.ifPresent(since -> sinceNanos += nowNanos - Math.max(since, sinceNanos));
            pausedNanos = OptionalLong.empty();
        }
    }

    /** An instance takes an invocation. */
    synchronized void served(String instance, long nowNanos) {
        Busy busy = instances.computeIfAbsent(instance, added -> new Busy());
        if (busy.connections == 0) {
            busy.sinceNanos = nowNanos;
        }
        busy.connections++;
    }

    /** The time of an instance stands still from now on. */
    synchronized void paused(String instance, long nowNanos) {
        Busy busy = instances.get(instance);
        if (busy != null && busy.pausedNanos.isEmpty()) {
            busy.pausedNanos = OptionalLong.of(nowNanos);
        }
    }

    /** The time of an instance goes on. */
    synchronized void resumed(String instance, long nowNanos) {
        Busy busy = instances.get(instance);
        if (busy != null) {
            busy.resume(nowNanos);
        }
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
            busy.resume(nowNanos);
            gbSeconds += BillingEstimate.gbSeconds(memoryMb, nowNanos - busy.sinceNanos);
            instances.remove(instance);
        }
    }

    /** What the invocations that are over have cost. */
    synchronized BillingEstimate estimate(Prices prices) {
        return BillingEstimate.of(calls, gbSeconds, prices);
    }
}
