package io.scflocal.app.timeline;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationState;
import java.util.ArrayList;
import java.util.List;

/** Gathers what belongs to one connection while the frames are gone through. */
final class LaneBuilder {
    /** Shorter times without a message are not worth a shade. */
    private static final double LEAST_USED = 0.1;

    private static final int MOST_IDLES = 500;

    private final Invocation invocation;
    private final long idleNanos;
    private final int[] toFunction;
    private final int[] toClient;
    private final List<Lane.Idle> idles = new ArrayList<>();
    private final long end;
    private long lastMessage;

    /** {@code unlistedUntil} is when the first frame came that is still known of, so that nobody is taken for idle before. */
    LaneBuilder(Invocation invocation, int columns, long now, long unlistedUntil) {
        this.invocation = invocation;
        idleNanos = invocation.deadlines().limits().idle().toNanos();
        toFunction = new int[columns];
        toClient = new int[columns];
        lastMessage = Math.max(invocation.openedEpochNanos(), unlistedUntil);
        end = endOf(invocation, now);
    }

    /** When it ended; {@code now} while it is open. */
    static long endOf(Invocation invocation, long now) {
        return invocation
                .end()
                .map(InvocationEnd::durationNanos)
                .map(duration -> invocation.openedEpochNanos() + duration)
                .orElse(now);
    }

    void frames(Direction direction, int column, int count) {
        (direction == Direction.CLIENT_TO_FUNCTION ? toFunction : toClient)[column] += count;
    }

    void message(long moment) {
        idle(moment);
        lastMessage = Math.max(lastMessage, moment);
    }

    Lane build() {
        if (invocation.webSocket() && invocation.state() != InvocationState.CONNECTING) {
            idle(end);
        }
        return new Lane(invocation, end, toFunction, toClient, List.copyOf(idles));
    }

    private void idle(long moment) {
        double used = (moment - lastMessage) / (double) idleNanos;
        if (used >= LEAST_USED && idles.size() < MOST_IDLES) {
            idles.add(new Lane.Idle(lastMessage, moment, Math.min(1, used)));
        }
    }
}
