package io.scflocal.core.export;

/** Is told how far an export or import is, and may end it. Called by the thread that works on it. */
@FunctionalInterface
public interface ExportProgress {

    /** Nobody looks. */
    ExportProgress NONE = (done, total) -> true;

    /**
     * Some more is done; called after 1024 frames or a megabyte, whichever is first.
     *
     * @param done how many frames have been looked at, or bytes been read
     * @param total how many there are
     * @return whether to go on
     */
    boolean done(long done, long total);

    /** What a part of the work tells: so many tenths of all lie before it, and so many are its own. */
    default ExportProgress part(int tenthsBefore, int tenths) {
        return (done, total) -> done(tenthsBefore * total + tenths * done, 10 * total);
    }
}
