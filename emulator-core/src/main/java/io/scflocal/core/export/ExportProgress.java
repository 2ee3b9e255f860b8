package io.scflocal.core.export;

/** Is told how far an export is, and may end it. Called by the exporting thread. */
@FunctionalInterface
public interface ExportProgress {

    /** Nobody looks. */
    ExportProgress NONE = (done, total) -> true;

    /**
     * Some more frames are written; called for at most every 1024th one.
     *
     * @param done how many frames have been looked at
     * @param total how many there are to look at
     * @return whether to go on
     */
    boolean done(long done, long total);
}
