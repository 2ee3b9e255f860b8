package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultRoutesTest {
    private static final List<String> IPV4 = List.of(
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
            "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0",
            "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0");
    private static final String UNREACHABLE = "00000000000000000000000000000000 00 00000000000000000000000000000000 00"
            + " 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo";
    private static final String IPV6 = "00000000000000000000000000000000 00 00000000000000000000000000000000 00"
            + " fd000000000000000000000000000001 00000400 00000001 00000000 00000003     eth0";

    @Test
    void bothFamiliesNeedNoOption() {
        assertEquals(
                Optional.empty(),
                DefaultRoutes.of(IPV4, List.of(UNREACHABLE, IPV6)).onlyFamily());
    }

    @Test
    void theKernelsUnreachableRouteIsNoWayOut() {
        assertEquals(
                Optional.of("-4"), DefaultRoutes.of(IPV4, List.of(UNREACHABLE)).onlyFamily());
    }

    @Test
    void aNetworkOfIpv6Only() {
        assertEquals(
                Optional.of("-6"),
                DefaultRoutes.of(IPV4.subList(0, 1), List.of(IPV6)).onlyFamily());
    }

    @Test
    void aRouteToTheOwnNetworkIsNoWayOut() {
        DefaultRoutes routes = DefaultRoutes.of(List.of(IPV4.get(0), IPV4.get(2)), List.of());
        assertTrue(routes.isOffline());
        assertEquals(Optional.empty(), routes.onlyFamily());
    }
}
