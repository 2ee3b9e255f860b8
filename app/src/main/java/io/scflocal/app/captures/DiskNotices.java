package io.scflocal.app.captures;

import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.DiskState;
import java.util.Optional;

/**
 * Tells the user when the disk of the capture does not keep up, and when it does again.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class DiskNotices {
    private final Notices notices;
    private Optional<Notice> shown = Optional.empty();
    private DiskState state = DiskState.KEEPS_UP;
    private Optional<String> failure = Optional.empty();

    /** Shows in {@code notices}. */
    public DiskNotices(Notices notices) {
        this.notices = notices;
    }

    /** Looks at how the writing goes; called about once a second. */
    public void look(DiskReport now) {
        if (now.state() != state) {
            state = now.state();
            shown.ifPresent(notices::dismiss);
            Notice notice = state == DiskState.KEEPS_UP
                    ? Notice.done("captures.disk.keeps_up")
                    : Notice.problem(
                            "captures.disk." + state.name().toLowerCase(java.util.Locale.ROOT),
                            now.directory().toString());
            shown = Optional.of(notice);
            notices.show(notice);
        }
        if (!now.failure().equals(failure)) {
            failure = now.failure();
            failure.ifPresent(reason -> notices.show(Notice.problem("captures.disk.lost", reason)));
        }
    }
}
