package io.scflocal.app.payload;

import io.scflocal.app.text.Messages;
import io.scflocal.core.frame.CloseCode;
import java.util.Arrays;

/**
 * What a Close frame says. Source: RFC 6455 sections 5.5.1 and 7.4.
 *
 * @param code the status code; 1005 if the frame has none
 * @param reason the reason; empty if none
 */
public record CloseStatus(int code, String reason) {

    /** Reads the payload of a Close frame. */
    public static CloseStatus of(byte[] payload) {
        if (payload.length < 2) {
            return new CloseStatus(CloseCode.NO_STATUS_RECEIVED, "");
        }
        int code = (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        return new CloseStatus(code, Utf8.text(Arrays.copyOfRange(payload, 2, payload.length)));
    }

    /** Whether it is the ordinary end of a connection rather than a complaint. */
    public boolean isOrdinary() {
        return code == CloseCode.NORMAL_CLOSURE || code == CloseCode.GOING_AWAY || code == CloseCode.NO_STATUS_RECEIVED;
    }

    /** Code and name: {@code 1001 Going Away}. */
    public String title(Messages messages) {
        return code + " " + messages.get(key(messages, "payload.closeName."));
    }

    /** On one line: {@code 1001 Going Away "reason"}. */
    public String line(Messages messages) {
        return reason.isEmpty() ? title(messages) : title(messages) + " \"" + reason + '"';
    }

    /** What the code means, in a sentence. */
    public String meaning(Messages messages) {
        return messages.get(key(messages, "payload.closeMeaning."));
    }

    private String key(Messages messages, String prefix) {
        return messages.has(prefix + code) ? prefix + code : prefix + range();
    }

    private String range() {
        if (code >= 4000 && code <= 4999) {
            return "private";
        }
        if (code >= 3000 && code <= 3999) {
            return "registered";
        }
        return code >= 1000 && code <= 2999 ? "reserved" : "invalid";
    }
}
