package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/**
 * Builds captures of HTTP Archives, our own and those of browsers: their WebSocket entries become connections, their messages frames.
 * Frames lie in the capture entry by entry, because an archive is sorted so. Other entries are left out, unless they are our own.
 */
final class HarReader {
    private static final String MESSAGES = "_webSocketMessages";
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;

    private final JsonInput input;
    private final ImportTarget target;
    private int connections;

    private HarReader(JsonInput input, ImportTarget target) {
        this.input = input;
        this.target = target;
    }

    /**
     * Reads an archive into a new capture. Blocks. When it fails, what was read before is left in the directory as a capture.
     *
     * @param in is read to its end, but not closed
     * @param directory where the capture is to lie, created if it is missing
     * @param header what is said of the capture as a whole
     * @throws IOException if {@code in} can't be read or is something else, with the line in the message; or if the capture can't be
     *     written
     */
    static void read(InputStream in, Path directory, CaptureHeader header) throws IOException {
        try (JsonInput input = new JsonInput(in)) {
            input.attempt(() -> {
                if (!input.nextDocument() || !input.begins(JsonToken.START_OBJECT)) {
                    throw new FaultyInput(ImportFault.NO_ARCHIVE);
                }
                try (ImportTarget target = new ImportTarget(directory, header)) {
                    new HarReader(input, target).archive();
                }
            });
        }
    }

    private void archive() throws IOException {
        boolean found = false;
        for (String name = input.nextName(); name != null; name = input.nextName()) {
            if (name.equals("log") && input.begins(JsonToken.START_OBJECT)) {
                found |= log();
            } else {
                input.skip();
            }
        }
        if (!found) {
            throw new FaultyInput(ImportFault.NO_ENTRIES);
        }
    }

    private boolean log() throws IOException {
        boolean found = false;
        for (String name = input.nextName(); name != null; name = input.nextName()) {
            if (name.equals("entries") && input.begins(JsonToken.START_ARRAY)) {
                found = true;
                while (input.nextElement()) {
                    entry();
                }
            } else {
                input.skip();
            }
        }
        return found;
    }

    private void entry() throws IOException {
        if (!input.begins(JsonToken.START_OBJECT)) {
            input.skip();
            return;
        }
        Map<String, Object> values = new HashMap<>();
        boolean messages = false;
        for (String name = input.nextName(); name != null; name = input.nextName()) {
            if (name.equals(MESSAGES) && input.begins(JsonToken.START_ARRAY)) {
                messages = true;
                messages();
            } else {
                input.put(values, name, Set.of("content", "postData"));
            }
        }
        Fields entry = new Fields(values);
        boolean webSocket = messages
                || entry.text("_resourceType").equals("websocket")
                || entry.object("request").text("url").startsWith("ws");
        if (webSocket || entry.has("_scf")) {
            connections++;
            target.connection(connection(entry, webSocket));
        }
    }

    private void messages() throws IOException {
        while (input.nextElement()) {
            Optional<ImportedFrame> frame = HarMessageReader.frame(input.object(Set.of()), connections + 1);
            if (frame.isPresent()) {
                target.frame(frame.get());
            }
        }
    }

    private ConnectionRecord connection(Fields entry, boolean webSocket) {
        Fields request = entry.object("request");
        Fields response = entry.object("response");
        Fields ours = entry.object("_scf");
        String requestTarget = requestTarget(request.text("url"));
        HandshakeRecord handshake = new HandshakeRecord(
                request.text("method"),
                requestTarget,
                ours.has("functionTarget") ? ours.text("functionTarget") : requestTarget,
                peers(request.headers("headers")),
                response.integer("status", 0, 999),
                peers(response.headers("headers")));
        return new ConnectionRecord(
                connections,
                entry.time("startedDateTime"),
                ours.text("requestId"),
                ours.text("client"),
                webSocket,
                ours.text("instance"),
                handshake,
                ours.has("cause") ? Optional.of(end(entry, ours)) : Optional.empty());
    }

    private static EndRecord end(Fields entry, Fields ours) {
        Fields close = entry.object("_webSocketClose");
        BigDecimal nanos = entry.decimal("time").multiply(BigDecimal.valueOf(NANOS_PER_MILLISECOND));
        return new EndRecord(
                ours.integer("status", 0, 999),
                ours.text("cause"),
                close.integer("code", 0, 0xFFFF),
                close.text("reason"),
                0,
                Math.max(0, nanos.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue()));
    }

    private static List<HeaderRecord> peers(List<HeaderRecord> headers) {
        return headers.stream()
                .map(header -> new HeaderRecord(header.name(), header.value(), "PEER"))
                .toList();
    }

    private static String requestTarget(String url) {
        int host = url.indexOf("://");
        int path = host < 0 ? 0 : url.indexOf('/', host + 3);
        return path < 0 ? "/" : url.substring(path);
    }
}
