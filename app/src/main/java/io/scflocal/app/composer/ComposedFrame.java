package io.scflocal.app.composer;

import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.OutgoingFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What became of a text that was to be a frame. */
sealed interface ComposedFrame {
    /** RFC 6455 section 5.5. */
    int LONGEST_CONTROL = 125;

    long LONGEST_FILE = 256L << 20;
    int LARGEST_CODE = 0xFFFF;

    /** It is one. */
    record Ready(OutgoingFrame frame) implements ComposedFrame {}

    /**
     * It is none.
     *
     * @param textKey key of the sentence that says why
     * @param arguments its arguments
     */
    record Wrong(String textKey, List<Object> arguments) implements ComposedFrame {
        static Wrong of(String textKey, Object... arguments) {
            return new Wrong(textKey, List.of(arguments));
        }
    }

    /** Reads {@code text} as {@code kind} says. Blocks for a file, and only then. */
    static ComposedFrame of(MessageKind kind, String text) {
        return switch (kind) {
            case TEXT -> ready(Opcode.TEXT, utf8(text));
            case JSON -> json(text);
            case HEX -> hex(text);
            case BASE64 -> base64(text);
            case FILE -> file(text.strip());
            case PING -> ping(text);
            case CLOSE -> close(text.strip());
        };
    }

    private static Ready ready(Opcode opcode, byte[] payload) {
        return new Ready(OutgoingFrame.message(opcode, payload));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ComposedFrame json(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Wrong.of("composer.wrong.json-empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                return Wrong.of(
                        "composer.wrong.json-more",
                        parser.currentTokenLocation().getLineNr(),
                        parser.currentTokenLocation().getColumnNr());
            }
            return ready(Opcode.TEXT, utf8(text));
        } catch (JacksonException e) {
            return Wrong.of(
                    "composer.wrong.json",
                    e.getLocation().getLineNr(),
                    e.getLocation().getColumnNr());
        }
    }

    private static ComposedFrame hex(String text) {
        String digits = text.replaceAll("(?i)0x|[\\s,:]", "");
        try {
            return ready(Opcode.BINARY, HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            return Wrong.of("composer.wrong.hex");
        }
    }

    private static ComposedFrame base64(String text) {
        String digits = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        try {
            return ready(Opcode.BINARY, Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException e) {
            return Wrong.of("composer.wrong.base64");
        }
    }

    private static ComposedFrame file(String name) {
        try {
            Path path = Path.of(name);
            if (name.isEmpty() || !Files.isRegularFile(path)) {
                return Wrong.of("composer.wrong.no-file", name);
            }
            if (Files.size(path) > LONGEST_FILE) {
                return Wrong.of("composer.wrong.long-file", LONGEST_FILE >> 20);
            }
            return ready(Opcode.BINARY, Files.readAllBytes(path));
        } catch (InvalidPathException e) {
            return Wrong.of("composer.wrong.no-file", name);
        } catch (IOException e) {
            return Wrong.of("composer.wrong.unreadable", name, e);
        }
    }

    private static ComposedFrame ping(String text) {
        byte[] payload = utf8(text);
        return payload.length > LONGEST_CONTROL
                ? Wrong.of("composer.wrong.long-ping", payload.length, LONGEST_CONTROL)
                : ready(Opcode.PING, payload);
    }

    private static ComposedFrame close(String text) {
        if (text.isEmpty()) {
            return new Ready(OutgoingFrame.close(CloseCode.NO_STATUS_RECEIVED, ""));
        }
        String[] parts = text.split("\\s+", 2);
        String reason = parts.length == 2 ? parts[1] : "";
        if (!parts[0].matches("\\d{1,5}") || Integer.parseInt(parts[0]) > LARGEST_CODE) {
            return Wrong.of("composer.wrong.close");
        }
        int bytes = utf8(reason).length;
        if (bytes > OutgoingFrame.LONGEST_CLOSE_REASON) {
            return Wrong.of("composer.wrong.long-reason", bytes, OutgoingFrame.LONGEST_CLOSE_REASON);
        }
        // 1005 on the wire is forbidden, and what stands for "no code" here; whoever types it wants it sent.
        byte[] payload = new byte[2 + bytes];
        int code = Integer.parseInt(parts[0]);
        payload[0] = (byte) (code >>> 8);
        payload[1] = (byte) code;
        System.arraycopy(utf8(reason), 0, payload, 2, bytes);
        return ready(Opcode.CLOSE, payload);
    }
}
