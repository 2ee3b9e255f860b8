package io.scflocal.core.export;

import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what is known of a connection beside its messages as the fields of an entry. Developer tools refuse an entry in which one of them
 * is missing.
 */
final class HarEntry {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final JsonGenerator json;
    private final ConnectionRecord connection;
    private final ClientView view;

    HarEntry(JsonGenerator json, ConnectionRecord connection) {
        this.json = json;
        this.connection = connection;
        view = new ClientView(connection.handshake());
    }

    void write() {
        double millis = connection.end().map(EndRecord::durationNanos).orElse(0L) / NANOS_PER_MILLISECOND;
        json.writeStringProperty("startedDateTime", JsonlWriter.time(connection.openedEpochNanos()));
        json.writeNumberProperty("time", millis);
        if (connection.webSocket()) {
            json.writeStringProperty("_resourceType", "websocket");
        }
        request();
        response();
        json.writeName("cache");
        json.writeStartObject();
        json.writeEndObject();
        timings(millis);
        json.writeStringProperty("serverIPAddress", "127.0.0.1");
        json.writeStringProperty("connection", Integer.toString(connection.number()));
        connection.end().ifPresent(this::close);
        extras();
    }

    private void request() {
        HandshakeRecord handshake = connection.handshake();
        String scheme = connection.webSocket() ? "ws://" : "http://";
        json.writeName("request");
        json.writeStartObject();
        json.writeStringProperty("method", handshake.method());
        json.writeStringProperty("url", scheme + view.host() + handshake.requestTarget());
        json.writeStringProperty("httpVersion", "HTTP/1.1");
        headers(view.requestHeaders());
        query(handshake.requestTarget());
        empty("cookies");
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", 0);
        json.writeEndObject();
    }

    private void response() {
        int status = connection.handshake().responseStatus();
        json.writeName("response");
        json.writeStartObject();
        json.writeNumberProperty("status", status);
        json.writeStringProperty("statusText", ClientView.phrase(status));
        json.writeStringProperty("httpVersion", "HTTP/1.1");
        headers(view.responseHeaders());
        empty("cookies");
        json.writeName("content");
        json.writeStartObject();
        json.writeNumberProperty("size", 0);
        json.writeStringProperty("mimeType", "x-unknown");
        json.writeEndObject();
        json.writeStringProperty("redirectURL", "");
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", -1);
        json.writeEndObject();
    }

    private void headers(List<HeaderRecord> headers) {
        json.writeArrayPropertyStart("headers");
        headers.forEach(header -> pair(header.name(), header.value()));
        json.writeEndArray();
    }

    private void query(String target) {
        json.writeArrayPropertyStart("queryString");
        int mark = target.indexOf('?');
        if (mark >= 0) {
            for (String parameter : target.substring(mark + 1).split("&")) {
                int equals = parameter.indexOf('=');
                pair(
                        equals < 0 ? parameter : parameter.substring(0, equals),
                        equals < 0 ? "" : parameter.substring(equals + 1));
            }
        }
        json.writeEndArray();
    }

    private void pair(String name, String value) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    private void empty(String name) {
        json.writeArrayPropertyStart(name);
        json.writeEndArray();
    }

    private void timings(double millis) {
        json.writeName("timings");
        json.writeStartObject();
        json.writeNumberProperty("send", 0);
        json.writeNumberProperty("wait", 0);
        json.writeNumberProperty("receive", millis);
        json.writeEndObject();
    }

    private void close(EndRecord end) {
        if (end.closeCode() != 0) {
            json.writeName("_webSocketClose");
            json.writeStartObject();
            json.writeNumberProperty("code", end.closeCode());
            json.writeStringProperty("reason", end.closeReason());
            json.writeNumberProperty(
                    "timestamp", HarMessages.seconds(connection.openedEpochNanos() + end.durationNanos()));
            json.writeEndObject();
        }
    }

    private void extras() {
        json.writeName("_scf");
        json.writeStartObject();
        json.writeStringProperty("requestId", connection.requestId());
        json.writeStringProperty("client", connection.client());
        json.writeStringProperty("instance", connection.instance());
        json.writeStringProperty("functionTarget", connection.handshake().functionTarget());
        connection.end().ifPresent(end -> {
            json.writeNumberProperty("status", end.status());
            json.writeStringProperty("cause", end.cause());
        });
        json.writeEndObject();
    }
}
