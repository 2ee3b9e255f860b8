package io.scflocal.core.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes down what a scanner says, with the pieces of a payload joined, so that two ways of cutting can be compared. */
final class SeenFrames implements FrameSink {
    final List<String> calls = new ArrayList<>();
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();

    @Override
    public void frameStarted(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength) {
        calls.add("%02x %s %08x %d %d".formatted(firstByte, masked, maskKey, payloadLength, headerLength));
        payload.reset();
    }

    @Override
    public void payload(ByteBuffer wire, int position, int length) {
        byte[] piece = new byte[length];
        wire.get(position, piece);
        payload.writeBytes(piece);
    }

    @Override
    public void frameEnded() {
        calls.add("ended " + HexFormat.of().formatHex(payload.toByteArray()));
    }

    @Override
    public void framingLost() {
        calls.add("lost");
    }
}
