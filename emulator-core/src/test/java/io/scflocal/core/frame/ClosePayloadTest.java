package io.scflocal.core.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ClosePayloadTest {

    @Test
    void readsCodeAndReason() {
        assertEquals(new ClosePayload(1000, "再见", true), parse("03e8e5868de8a781"));
        assertEquals(new ClosePayload(65535, "", true), parse("ffff"));
    }

    @Test
    void standsForNoStatusWhenEmpty() {
        assertEquals(new ClosePayload(CloseCode.NO_STATUS_RECEIVED, "", true), parse(""));
    }

    @Test
    void isNotWellFormedAsASingleByte() {
        assertEquals(new ClosePayload(CloseCode.NO_STATUS_RECEIVED, "", false), parse("03"));
    }

    @Test
    void replacesWhatIsNotUtf8InTheReason() {
        assertEquals(new ClosePayload(1002, "a\uFFFDb", false), parse("03ea61ff62"));
    }

    private static ClosePayload parse(String hex) {
        ByteBuffer payload = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        ClosePayload parsed = ClosePayload.parse(payload);
        assertEquals(hex.length() / 2, payload.remaining());
        return parsed;
    }
}
