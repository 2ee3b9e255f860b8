package io.scflocal.core;

import io.scflocal.core.gateway.Loopback;
import io.scflocal.core.instance.StartFailure;
import java.net.URI;
import java.util.Optional;

/**
 * Where the gateway listens.
 *
 * @param plain the port without TLS
 * @param secure the port with TLS, if it listens there
 * @param noTls why it does not, though it was to if it could
 */
record GatewayPorts(int plain, Optional<Integer> secure, Optional<StartFailure> noTls) {

    /** What is known before the first start. */
    static GatewayPorts of(EmulatorOptions options) {
        return new GatewayPorts(options.gatewayPort(), options.tls().map(TlsOptions::port), Optional.empty());
    }

    URI webSocketUri(String stage) {
        return URI.create("ws://" + Loopback.IPV4 + ":" + plain + "/" + stage + "/");
    }

    Optional<URI> secureWebSocketUri(String stage) {
        return secure.map(port -> URI.create("wss://localhost:" + port + "/" + stage + "/"));
    }
}
