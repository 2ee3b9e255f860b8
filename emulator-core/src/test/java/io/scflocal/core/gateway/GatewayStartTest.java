package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A port that was free may be taken a moment later. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GatewayStartTest extends GatewayTestCase {
    private static final int TIMES = 200;

    @Test
    void aPortThatIsTakenIsToldAndTheOthersAreFreeAgain() throws Exception {
        fixture.stopGateway();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Loopback.IPV4))) {
            Gateway.Secure secure = new Gateway.Secure(taken.getLocalPort(), fixture.certificates.serverContext());
            for (int i = 0; i < TIMES; i++) {
                assertThrows(IOException.class, () -> fixture.startGateway(fixture.port, Optional.of(secure)));
            }
        }
        fixture.startGateway(fixture.port, Optional.empty());
    }
}
