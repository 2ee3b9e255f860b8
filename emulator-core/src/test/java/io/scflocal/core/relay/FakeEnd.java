package io.scflocal.core.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** A tunnel end without a socket: a test puts in what the peer sends and looks at what it gets. */
final class FakeEnd implements TunnelEnd {
    private final ArrayDeque<byte[]> incoming = new ArrayDeque<>();
    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    int room = Integer.MAX_VALUE;
    boolean broken;
    boolean wantsRead;
    boolean wantsWrite;
    boolean outputShut;
    boolean closed;
    boolean unsent;
    private boolean atEnd;

    void peerSends(byte[] bytes) {
        incoming.add(bytes);
    }

    void peerEnds() {
        atEnd = true;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        byte[] next = incoming.poll();
        if (next != null) {
            target.put(next);
            return next.length;
        }
        if (broken) {
            throw new IOException("reset by the test");
        }
        return atEnd ? -1 : 0;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (broken) {
            throw new IOException("reset by the test");
        }
        int count = Math.min(room, source.remaining());
        for (int i = 0; i < count; i++) {
            written.write(source.get());
        }
        room -= count;
        return count;
    }

    @Override
    public boolean hasUnsent() {
        return unsent;
    }

    @Override
    public void wantRead(boolean wanted) {
        wantsRead = wanted;
    }

    @Override
    public void wantWrite(boolean wanted) {
        wantsWrite = wanted;
    }

    @Override
    public void shutdownOutput() {
        outputShut = true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
