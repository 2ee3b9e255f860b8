package io.scflocal.core.invocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The invocations that are open, and the newest ones that have ended.
 *
 * <p>Thread-safe.
 */
final class InvocationTable {
    private static final int MAX_ENDED_KEPT = 2_000;

    private final Map<String, Invocation> open = new LinkedHashMap<>();
    private final Deque<Invocation> ended = new ArrayDeque<>();
    private int lastConnection;
    private long endedCount;
    private volatile long changes;

    /** Adds the open one that {@code made} makes of its number. */
    synchronized Invocation begin(IntFunction<Invocation> made) {
        lastConnection++;
        Invocation invocation = made.apply(lastConnection);
        open.put(invocation.requestId(), invocation);
        changes++;
        return invocation;
    }

    /** An open one has ended; does nothing and returns false if it has ended before. */
    synchronized boolean end(Invocation invocation, InvocationEnd how) {
        if (open.remove(invocation.requestId()) == null) {
            return false;
        }
        invocation.ended(how);
        keep(invocation);
        return true;
    }

    /** Adds one that has ended. */
    synchronized void keep(Invocation invocation) {
        ended.addFirst(invocation);
        endedCount++;
        if (ended.size() > MAX_ENDED_KEPT) {
            ended.removeLast();
        }
        changes++;
    }

    /** One of them is not as it was. */
    synchronized void changed() {
        changes++;
    }

    /** The open ones, the oldest first. */
    synchronized List<Invocation> open() {
        return List.copyOf(open.values());
    }

    /** The open ones, then the ended ones; the newest first within each. */
    synchronized List<Invocation> recent() {
        List<Invocation> result = new ArrayList<>(open.values());
        Collections.reverse(result);
        result.addAll(ended);
        return result;
    }

    /**
     * Request ids of open ones that an instance serves.
     *
     * @param instanceId id of the instance; empty for those that none serves yet
     * @param most no more than so many, the oldest ones
     */
    synchronized List<String> servedBy(String instanceId, int most) {
        return open.values().stream()
                .filter(invocation -> invocation.instance().equals(instanceId))
                .map(Invocation::requestId)
                .limit(most)
                .toList();
    }

    synchronized boolean isOpen(String requestId) {
        return open.containsKey(requestId);
    }

    /** Number of the open connection with that request id; 0 if there is none. */
    synchronized int connectionOf(String requestId) {
        Invocation invocation = open.get(requestId);
        return invocation == null ? 0 : invocation.connection();
    }

    synchronized int openCount() {
        return open.size();
    }

    synchronized long endedCount() {
        return endedCount;
    }

    /** Grows with every change. Cheap. */
    long changes() {
        return changes;
    }
}
