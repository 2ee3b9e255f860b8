package io.scflocal.core;

import io.scflocal.core.instance.StartFailure;
import java.util.Optional;

/**
 * Where the gateway listens.
 *
 * @param plain the port without TLS
 * @param secure the port with TLS, if it listens there
 * @param noTls why it does not, though it was to if it could
 */
record GatewayPorts(int plain, Optional<Integer> secure, Optional<StartFailure> noTls) {}
