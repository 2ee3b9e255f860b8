package io.scflocal.app.composer;

import io.scflocal.core.client.ClientHandshake;
import io.scflocal.core.client.ClientHandshake.HeaderField;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the built-in client asks for, as it is typed.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
final class HandshakeBox {
    private final StringProperty path = new SimpleStringProperty(this, "path", "");
    private final StringProperty headers = new SimpleStringProperty(this, "headers", "");
    private final StringProperty subprotocols = new SimpleStringProperty(this, "subprotocols", "");

    /** Path and query under the gateway's address. */
    StringProperty pathProperty() {
        return path;
    }

    /** Header fields, {@code name: value}, a line each. */
    StringProperty headersProperty() {
        return headers;
    }

    /** Sub-protocols with commas between. */
    StringProperty subprotocolsProperty() {
        return subprotocols;
    }

    /**
     * What is asked for under {@code gateway}.
     *
     * @throws IllegalArgumentException if something typed can't be part of a handshake; the message is what was typed
     */
    ClientHandshake under(URI gateway) {
        return new ClientHandshake(address(gateway), headerFields(), wantedSubprotocols());
    }

    private URI address(URI gateway) {
        String typed = path.get().strip().replace(" ", "%20");
        String base = gateway.toString();
        String joined = typed.startsWith("/") ? base.substring(0, base.length() - 1) + typed : base + typed;
        try {
            return URI.create(joined);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(typed, e);
        }
    }

    private List<HeaderField> headerFields() {
        return headers.get()
                .lines()
                .filter(line -> !line.isBlank())
                .map(HandshakeBox::headerField)
                .toList();
    }

    private static HeaderField headerField(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        if (!ClientHandshake.isToken(name)) {
            throw new IllegalArgumentException(line);
        }
        return new HeaderField(name, line.substring(colon + 1).strip());
    }

    private List<String> wantedSubprotocols() {
        List<String> wanted = Arrays.stream(subprotocols.get().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        wanted.stream()
                .filter(name -> !ClientHandshake.isToken(name))
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException(wrong);
                });
        return wanted;
    }
}
