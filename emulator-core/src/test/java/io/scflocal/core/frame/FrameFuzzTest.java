package io.scflocal.core.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/** Runs the inputs that were found so far; with {@code JAZZER_FUZZ=1} it looks for more, one method at a time. */
class FrameFuzzTest {
    private static final int BUDGET = 1 << 16;

    @FuzzTest(maxDuration = "10m")
    void scannerTellsTheSameHoweverTheBytesAreCut(FuzzedDataProvider data) {
        int[] cuts = data.consumeInts(16);
        byte[] wire = data.consumeRemainingAsBytes();
        SeenFrames uncut = new SeenFrames();
        FrameScanner whole = new FrameScanner(uncut);
        whole.scan(ByteBuffer.wrap(wire));

        SeenFrames seen = new SeenFrames();
        FrameScanner scanner = new FrameScanner(seen);
        int at = 0;
        for (int cut : cuts) {
            int length = Math.floorMod(cut, wire.length - at + 1);
            scanner.scan(ByteBuffer.wrap(wire, at, length));
            at += length;
        }
        scanner.scan(ByteBuffer.wrap(wire, at, wire.length - at));
        assertEquals(uncut.calls, seen.calls);
        assertEquals(whole.atBoundary(), scanner.atBoundary());
        assertEquals(whole.framingLost(), scanner.framingLost());
    }

    @FuzzTest(maxDuration = "10m")
    void inflaterKeepsToItsBudgetAndNeverThrows(FuzzedDataProvider data) {
        try (PerMessageInflater inflater = new PerMessageInflater(data.consumeBoolean(), BUDGET)) {
            while (data.remainingBytes() > 0) {
                if (data.consumeProbabilityFloat() < 0.1f) {
                    inflater.skip();
                }
                InflatedMessage message =
                        inflater.inflate(ByteBuffer.wrap(data.consumeBytes(data.consumeInt(0, 4096))));
                assertNotNull(message.outcome());
                assertTrue(message.bytes().remaining() <= BUDGET);
            }
        }
    }
}
