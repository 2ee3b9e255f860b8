package io.scflocal.core;

import io.scflocal.core.config.Setting;
import java.nio.file.Path;

/**
 * How the gateway is reached by {@code wss://}.
 *
 * @param port its port; 0 takes any free one
 * @param directory where the certificates are kept, made on first use
 * @param required whether a start fails when the port is taken; otherwise there is no {@code wss://} then, which is reported
 */
public record TlsOptions(int port, Path directory, boolean required) {

    /** The port that the gateway takes for TLS unless it is told another. */
    public static final int DEFAULT_PORT = Setting.DEFAULT_TLS_PORT;
}
