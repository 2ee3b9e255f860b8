package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.QueryScan;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Looks for the frames that match a filter, in the background, and goes on as the capture grows.
 *
 * <p>JavaFX thread only.
 */
final class FrameScan {
    private static final System.Logger LOG = System.getLogger(FrameScan.class.getName());
    private static final int WORKERS = 2;

    private final QueryScan scan;
    private CompletableFuture<?> lap = CompletableFuture.completedFuture(null);
    private volatile boolean cancelled;

    FrameScan(CaptureReader reader, Plan plan, Executor background) {
        scan = new QueryScan(plan, reader, background, WORKERS);
    }

    /** The frames found so far. */
    RowSource rows() {
        return new MatchRows(scan.matches(), scan.matches().corrections());
    }

    /** How many frames were looked at, from number 0 on. */
    long scanned() {
        return scan.tested();
    }

    /** Of how many frames nobody knows whether they match, because a pattern took too long. */
    long givenUp() {
        return scan.givenUp();
    }

    /** Looks at the frames that have come since; returns at once and does nothing while it is at work. */
    void catchUp() {
        if (lap.isDone() && !scan.isCancelled()) {
            lap = scan.extend().toCompletableFuture();
            lap.whenComplete((done, failure) -> {
                if (failure != null && !cancelled) {
                    LOG.log(Level.WARNING, "The frames can't be read, so the list of frames stays as it is", failure);
                }
            });
        }
    }

    /** Stops, for good. */
    void cancel() {
        cancelled = true;
        scan.close();
    }
}
