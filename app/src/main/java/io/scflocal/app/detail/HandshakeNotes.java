package io.scflocal.app.detail;

import io.scflocal.app.text.Messages;
import io.scflocal.core.frame.PerMessageDeflate;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** What client and function have agreed on, in words. Source: RFC 6455 section 4 and RFC 7692 section 7. */
final class HandshakeNotes {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Messages messages;
    private final Handshake handshake;
    private final List<Note> notes = new ArrayList<>();

    /**
     * One sentence.
     *
     * @param wrong whether RFC 6455 forbids what it tells of
     */
    record Note(String text, boolean wrong) {}

    private HandshakeNotes(Messages messages, Handshake handshake) {
        this.messages = messages;
        this.handshake = handshake;
    }

    /** What there is to say of a handshake that was answered by 101; nothing of others. */
    static List<Note> of(Messages messages, Handshake handshake) {
        HandshakeNotes notes = new HandshakeNotes(messages, handshake);
        if (handshake.responseStatus() == 101) {
            notes.accept();
            notes.subprotocol();
            notes.extensions();
        }
        return notes.notes;
    }

    private void accept() {
        String key = value(handshake.requestHeaders(), "Sec-WebSocket-Key");
        String accept = value(handshake.responseHeaders(), "Sec-WebSocket-Accept");
        String wanted = acceptFor(key);
        if (accept.equals(wanted)) {
            add("acceptRight", false);
        } else {
            add(accept.isEmpty() ? "acceptMissing" : "acceptWrong", true, wanted);
        }
    }

    private static String acceptFor(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private void subprotocol() {
        String offered = value(handshake.requestHeaders(), "Sec-WebSocket-Protocol");
        String chosen = value(handshake.responseHeaders(), "Sec-WebSocket-Protocol");
        if (!chosen.isEmpty()) {
            boolean wasOffered = List.of(offered.split("\\s*,\\s*")).contains(chosen);
            add(wasOffered ? "subprotocol" : "subprotocolWrong", !wasOffered, chosen);
        } else if (!offered.isEmpty()) {
            add("subprotocolNone", false, offered);
        }
    }

    private void extensions() {
        String offered = value(handshake.requestHeaders(), "Sec-WebSocket-Extensions");
        String chosen = value(handshake.responseHeaders(), "Sec-WebSocket-Extensions");
        if (chosen.isEmpty()) {
            add(offered.isEmpty() ? "extensionsNone" : "extensionsRefused", false, offered);
            return;
        }
        if (PerMessageDeflate.parse(chosen).isPresent()) {
            add("deflate", false);
            for (String parameter : List.of(
                    "client_no_context_takeover",
                    "server_no_context_takeover",
                    "client_max_window_bits",
                    "server_max_window_bits")) {
                if (chosen.contains(parameter)) {
                    add("deflate." + parameter, false);
                }
            }
        } else {
            add("extensions", false, chosen);
        }
    }

    private static String value(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .collect(Collectors.joining(", "));
    }

    private void add(String key, boolean wrong, Object... arguments) {
        notes.add(new Note(messages.get("detail.agreed." + key, arguments), wrong));
    }
}
