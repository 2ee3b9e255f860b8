package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import java.nio.ByteBuffer;

/** The capture of no emulator: empty. */
enum NoCapture implements CaptureReader {
    INSTANCE;

    @Override
    public long count() {
        return 0;
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public FrameRecord frame(long number) {
        throw new IndexOutOfBoundsException("frame " + number + " of none");
    }

    @Override
    public int payload(long number, long offset, ByteBuffer target) {
        throw new IndexOutOfBoundsException("frame " + number + " of none");
    }

    @Override
    public int wire(long number, long offset, ByteBuffer target) {
        throw new IndexOutOfBoundsException("frame " + number + " of none");
    }
}
