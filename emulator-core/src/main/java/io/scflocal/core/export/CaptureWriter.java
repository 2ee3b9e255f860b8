package io.scflocal.core.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes captures in one format. Needs little memory, however large the capture is. Thread-safe. */
public interface CaptureWriter {

    /**
     * Writes the selected frames and what belongs to them. Blocks.
     *
     * @param out is flushed, but not closed
     * @throws IOException if {@code out} or a temporary file can't be written
     * @throws java.util.concurrent.CancellationException if {@code progress} has asked for the end
     */
    void write(CaptureSource capture, FrameSelection selection, OutputStream out, ExportProgress progress)
            throws IOException;
}
