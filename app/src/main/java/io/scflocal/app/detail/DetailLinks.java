package io.scflocal.app.detail;

import io.scflocal.core.capture.FrameRecord;

/** Where the detail leads to. Called on the JavaFX thread. */
public interface DetailLinks {

    /** Leads nowhere. */
    DetailLinks NONE = new DetailLinks() {
        @Override
        public void showFrame(long number) {}

        @Override
        public void filter(String term) {}

        @Override
        public void showInLog(FrameRecord frame) {}
    };

    /** Selects another frame in the list; numbers begin at 0. */
    void showFrame(long number);

    /** Asks for frames that satisfy this term, too. */
    void filter(String term);

    /** Shows what was logged when this frame passed. */
    void showInLog(FrameRecord frame);
}
