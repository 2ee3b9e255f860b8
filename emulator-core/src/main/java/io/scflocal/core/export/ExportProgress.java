package io.scflocal.core.export;

/** Is told how far an export or import is, and may end it. Called by the thread that works on it. */
@FunctionalInterface
public interface ExportProgress {

    /** Nobody looks. */
    ExportProgress NONE = (done, total) -> true;

    /**
     * Some more is done; called for at most every 1024th frame or every megabyte.
     *
     * @param done how many frames have been looked at, or bytes been read
     * @param total how many there are
     * @return whether to go on
     */
    boolean done(long done, long total);
}
