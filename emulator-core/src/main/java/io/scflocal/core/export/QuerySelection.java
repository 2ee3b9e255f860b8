package io.scflocal.core.export;

import io.scflocal.core.query.CaptureEnvironment;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.FrameMatcher;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.time.Ticker;
import java.util.BitSet;

/** The frames of a capture that an expression of the filter language matches. Each is tested once. For one thread. */
public final class QuerySelection implements FrameSelection {
    private final FrameMatcher matcher;
    private final long count;
    private final BitSet matching = new BitSet();
    private final long first;
    private int tested;

    /** The frames that there are now; times without a date and a zone are those of here and now. */
    public QuerySelection(Expr expr, CaptureSource capture) {
        QueryEnvironment environment = CaptureEnvironment.of(
                capture.frames(), capture.session(), Ticker.system().epochNanos());
        matcher = new Plan(expr, environment).matcher(capture.frames());
        first = capture.frames().first();
        count = Math.min(capture.frames().count() - first, Integer.MAX_VALUE);
    }

    @Override
    public long next(long from) {
        int start = (int) Math.max(0, Math.min(from - first, Integer.MAX_VALUE));
        int place = matching.nextSetBit(start);
        while (place < 0 && tested < count) {
            if (matcher.matches(first + tested)) {
                matching.set(tested);
                place = tested >= start ? tested : -1;
            }
            tested++;
        }
        return place < 0 ? -1 : first + place;
    }
}
