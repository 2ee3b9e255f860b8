package io.scflocal.core.invocation;

import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Prices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.Ticker;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The lives of all invocations: lets them begin, open and end, and writes the platform's lines into the log as they do. Whatever has
 * become of them is in the {@link InvocationTable}.
 *
 * <p>Thread-safe.
 */
public final class Invocations {
    private final Ticker ticker;
    private final Supplier<Timeouts> timeouts;
    private final InvocationLog log;
    private final InvocationListener listener;
    private final InvocationTable table = new InvocationTable();
    private final BusyTime busy = new BusyTime();
    private final Object debugging = new Object();
    private Set<String> debugged = Set.of();

    /**
     * There are none yet; they will have the limits that {@code timeouts} gives at each moment.
     *
     * @param listener told of every opening and end
     */
    public Invocations(Ticker ticker, Supplier<Timeouts> timeouts, InvocationLog log, InvocationListener listener) {
        this.ticker = ticker;
        this.timeouts = timeouts;
        this.log = log;
        this.listener = listener;
    }

    /** A handshake has arrived: the invocation begins. */
    public Invocation begin(Opening opening) {
        String requestId = UUID.randomUUID().toString();
        Invocation invocation = table.begin(number ->
                new Invocation(number, requestId, opening, ticker.epochNanos(), new Deadlines(ticker, timeouts)));
        log.append(LogSource.PLATFORM, requestId, PlatformLines.start(requestId));
        return invocation;
    }

    /** A client sent something that is no request, so that no invocation begins; {@code why} tells of it. */
    public void refused(String why) {
        log.append(LogSource.PLATFORM_ERROR, "", why);
    }

    /** No instance is free for an invocation that has begun, so that it may take long until {@link #served}. */
    public void waits(Invocation invocation) {
        listener.changed(invocation);
    }

    /**
     * A connection of earlier.
     *
     * @param number number of the connection
     * @param openedEpochNanos when its handshake arrived
     * @param instance id of the instance that served it; empty if none did
     */
    public record Past(
            int number,
            String requestId,
            long openedEpochNanos,
            String client,
            boolean webSocket,
            String instance,
            Handshake handshake,
            InvocationEnd end) {}

    /** Adds a connection that is over, as it was; nobody is told of it and nothing is logged. */
    public Invocation restore(Past past) {
        Opening opening = new Opening(past.client(), past.webSocket(), past.handshake());
        Invocation invocation = new Invocation(
                past.number(), past.requestId(), opening, past.openedEpochNanos(), new Deadlines(ticker, timeouts));
        invocation.servedBy(past.instance());
        invocation.ended(past.end());
        table.keep(invocation);
        return invocation;
    }

    /** An instance takes the invocation; {@code handshake} is what that instance will be sent. */
    public void served(Invocation invocation, String instanceId, Handshake handshake) {
        invocation.rewritten(handshake);
        invocation.servedBy(instanceId);
        invocation.deadlines().served();
        busy.served(instanceId, ticker.nanos());
        synchronized (debugging) {
            if (debugged.contains(instanceId)) {
                pause(invocation);
            }
        }
        table.changed();
        listener.changed(invocation);
    }

    /**
     * Debuggers are attached to these instances and to no others: for what they serve, time stands still.
     *
     * @return whether they were others before, so that whoever waits for deadlines has to look at them anew
     */
    public boolean debugged(Set<String> instanceIds) {
        synchronized (debugging) {
            if (debugged.equals(instanceIds)) {
                return false;
            }
            debugged = Set.copyOf(instanceIds);
            for (Invocation invocation : table.open()) {
                if (debugged.contains(invocation.instance())) {
                    pause(invocation);
                } else {
                    invocation.deadlines().resume();
                    busy.resumed(invocation.instance(), ticker.nanos());
                }
            }
        }
        table.changed();
        return true;
    }

    private void pause(Invocation invocation) {
        invocation.deadlines().pause();
        busy.paused(invocation.instance(), ticker.nanos());
    }

    /** The invocation is the first one of its instance, whose start took {@code coldStart}. */
    public void coldStarted(Invocation invocation, ColdStart coldStart, int memoryMb, long memoryBytes) {
        String requestId = invocation.requestId();
        log.append(
                LogSource.PLATFORM, requestId, PlatformLines.initReport(requestId, coldStart, memoryMb, memoryBytes));
    }

    /** The function has answered something else than 101. */
    public void answered(Invocation invocation, Handshake handshake) {
        invocation.rewritten(handshake);
        table.changed();
        listener.changed(invocation);
    }

    /** The function has answered 101: frames may pass from now on. */
    public void opened(Invocation invocation, Handshake handshake) {
        invocation.rewritten(handshake);
        invocation.deadlines().message();
        invocation.become(InvocationState.OPEN);
        table.changed();
        listener.opened(invocation);
    }

    /** The invocation is over; a second call for the same one does nothing. */
    public void end(Invocation invocation, InvocationEnd end, int memoryMb, long memoryBytes) {
        if (!table.end(invocation, end)) {
            return;
        }
        busy.ended(invocation.instance(), ticker.nanos(), memoryMb);
        logEnd(invocation.requestId(), end, memoryMb, memoryBytes);
        listener.ended(invocation);
    }

    private void logEnd(String requestId, InvocationEnd end, int memoryMb, long memoryBytes) {
        if (!end.status().isSuccess()) {
            log.append(LogSource.PLATFORM_ERROR, requestId, PlatformLines.error(requestId, reason(end)));
        }
        log.append(LogSource.PLATFORM, requestId, PlatformLines.end(requestId));
        log.append(
                LogSource.PLATFORM,
                requestId,
                PlatformLines.report(requestId, end.durationNanos(), memoryMb, memoryBytes));
    }

    private static String reason(InvocationEnd end) {
        FunctionStatus status = end.status();
        EndCause cause = end.cause();
        String detail = end.closeCode() != 0 ? " " + end.closeCode() : "";
        // Without a Close frame it is the emulator's own words; those of a peer are in the frame.
        String words = end.closeCode() == 0 && !end.closeReason().isEmpty() ? " " + end.closeReason() : "";
        return status.code() + " " + status.platformName() + " (" + cause.id() + detail + ")" + words;
    }

    /** The open ones and the newest 2,000 ended ones, newest first within each, open ones before ended ones. */
    public List<Invocation> recent() {
        return table.recent();
    }

    /** What those that have ended may cost in the cloud. */
    public BillingEstimate estimate(Prices prices) {
        return busy.estimate(prices);
    }

    /** How many are open or connecting. */
    public int openCount() {
        return table.openCount();
    }

    /** How many have ended since the emulator was opened. */
    public long endedCount() {
        return table.endedCount();
    }

    /** Grows with every begin, opening and end, so that a screen knows when to look again. Cheap. */
    public long changes() {
        return table.changes();
    }

    InvocationTable table() {
        return table;
    }
}
