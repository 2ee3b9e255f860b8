package io.scflocal.core;

import io.scflocal.core.gateway.Gateway;
import io.scflocal.core.gateway.Loopback;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.port.PortOwner;
import io.scflocal.core.time.Ticker;
import io.scflocal.core.tls.LocalCertificates;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds the ports of a gateway and the certificate, and says who holds a port that is taken.
 *
 * @param options which ports, and where certificates are
 */
record GatewayListening(EmulatorOptions options, Ticker ticker) {
    private static final int TRIES = 5;

    /** Lets the gateway listen; tells where. */
    GatewayPorts start(Gateway gateway) throws StartFailure {
        // A port that we choose is free when we look, and somebody else may have taken it before the gateway does.
        for (int left = choosesPort() ? TRIES : 1; ; left--) {
            int port = freePort(options.gatewayPort());
            try {
                return listen(gateway, port);
            } catch (IOException e) {
                if (left == 1) {
                    throw busy(port, e);
                }
            }
        }
    }

    private boolean choosesPort() {
        return options.gatewayPort() == 0
                || options.tls().map(tls -> tls.port() == 0).orElse(false);
    }

    private GatewayPorts listen(Gateway gateway, int port) throws StartFailure, IOException {
        Optional<Gateway.Secure> secure = Optional.empty();
        Optional<StartFailure> noTls = Optional.empty();
        try {
            secure = secure();
        } catch (StartFailure e) {
            if (options.tls().map(TlsOptions::required).orElse(false)) {
                throw e;
            }
            noTls = Optional.of(e);
        }
        gateway.start(port, secure);
        return new GatewayPorts(port, secure.map(Gateway.Secure::port), noTls);
    }

    private Optional<Gateway.Secure> secure() throws StartFailure {
        if (options.tls().isEmpty()) {
            return Optional.empty();
        }
        TlsOptions tls = options.tls().get();
        int port = freePort(tls.port());
        try {
            return Optional.of(
                    new Gateway.Secure(port, new LocalCertificates(tls.directory(), ticker).serverContext()));
        } catch (IOException e) {
            throw new StartFailure(
                    StartProblem.CERTIFICATE_UNUSABLE,
                    "The certificate for wss:// can't be made or read: " + e.getMessage(),
                    List.of(tls.directory().toString(), String.valueOf(e.getMessage())),
                    List.of());
        }
    }

    private static int freePort(int wanted) throws StartFailure {
        try {
            return Loopback.freePort(wanted);
        } catch (IOException e) {
            throw busy(wanted, e);
        }
    }

    private static StartFailure busy(int taken, IOException reason) {
        String port = Integer.toString(taken);
        Optional<PortOwner> holder = PortOwner.of(taken);
        return new StartFailure(
                StartProblem.GATEWAY_PORT_BUSY,
                "Port " + port + " for the gateway can't be taken: " + reason.getMessage(),
                List.of(
                        port,
                        holder.map(owner -> Long.toString(owner.pid())).orElse(""),
                        holder.map(PortOwner::command).orElse("")),
                List.of());
    }
}
