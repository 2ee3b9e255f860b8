package io.scflocal.core.frame;

import java.util.Locale;
import java.util.Optional;

/**
 * What client and function agreed on for compression. The window sizes are left out: they only bind the sender, and an inflater
 * with the largest window reads them all. Source: RFC 7692 section 7.
 *
 * @param serverNoContextTakeover whether the function compresses every message on its own
 * @param clientNoContextTakeover whether the client compresses every message on its own
 */
public record PerMessageDeflate(boolean serverNoContextTakeover, boolean clientNoContextTakeover) {
    private static final String NAME = "permessage-deflate";

    /**
     * Reads the {@code Sec-WebSocket-Extensions} header of the function's answer, several of them joined by commas; empty when it
     * doesn't name permessage-deflate.
     */
    public static Optional<PerMessageDeflate> parse(String answer) {
        for (String extension : answer.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = extension.split(";");
            if (parts.length > 0 && parts[0].strip().equals(NAME)) {
                return Optional.of(new PerMessageDeflate(
                        hasParameter(parts, "server_no_context_takeover"),
                        hasParameter(parts, "client_no_context_takeover")));
            }
        }
        return Optional.empty();
    }

    /** Whether a message of this direction may refer to the messages before it. */
    public boolean contextTakeover(Direction direction) {
        return direction == Direction.CLIENT_TO_FUNCTION ? !clientNoContextTakeover : !serverNoContextTakeover;
    }

    private static boolean hasParameter(String[] parts, String name) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].strip().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
