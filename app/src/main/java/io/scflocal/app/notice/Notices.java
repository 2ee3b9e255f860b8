package io.scflocal.app.notice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The notices of the moment: three at most, the newest last, so that they never pile up.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class Notices {
    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    /** One for all: such a view is known to its list by a weak reference only, and a listener does not keep it either. */
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(shown);

    /** Shows one more; an older one with the same text makes room for it, and so does the oldest of too many. */
    public void show(Notice notice) {
        shown.removeIf(other -> other.textKey().equals(notice.textKey()));
        if (shown.size() == MOST) {
            shown.remove(0);
        }
        shown.add(notice);
    }

    /** Takes one away; does nothing if it is gone. */
    public void dismiss(Notice notice) {
        shown.removeIf(other -> other == notice);
    }

    /** Takes those with this text away, because what they tell is no longer so. */
    public void take(String textKey) {
        shown.removeIf(other -> other.textKey().equals(textKey));
    }

    /** Those that are shown, the newest last. */
    public ObservableList<Notice> shown() {
        return view;
    }
}
