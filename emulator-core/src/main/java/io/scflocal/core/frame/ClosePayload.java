package io.scflocal.core.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a Close frame says. Source: RFC 6455 sections 5.5.1 and 7.1.5.
 *
 * @param code the status code, 0 to 65535; {@link CloseCode#NO_STATUS_RECEIVED} when the payload has no room for one
 * @param reason the reason, with U+FFFD in place of what is not UTF-8; often empty
 * @param wellFormed whether the payload keeps to the RFC's form: it is not a single byte and its reason is UTF-8
 */
public record ClosePayload(int code, String reason, boolean wellFormed) {

    /** Reads the unmasked payload between position and limit, which both stay as they are. */
    public static ClosePayload parse(ByteBuffer payload) {
        if (payload.remaining() < 2) {
            return new ClosePayload(CloseCode.NO_STATUS_RECEIVED, "", !payload.hasRemaining());
        }
        ByteBuffer bytes = payload.duplicate();
        int code = bytes.getShort() & 0xFFFF;
        try {
            String reason = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString();
            return new ClosePayload(code, reason, true);
        } catch (CharacterCodingException invalid) {
            // Said by wellFormed = false; decode() of the charset puts in the replacement characters.
            return new ClosePayload(code, StandardCharsets.UTF_8.decode(bytes).toString(), false);
        }
    }
}
