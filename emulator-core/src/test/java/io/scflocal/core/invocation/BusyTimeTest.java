package io.scflocal.core.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.Prices;
import org.junit.jupiter.api.Test;

class BusyTimeTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double EXACT = 1e-12;
    private static final Prices PRICES = new Prices(2, 10_000);

    private final BusyTime busy = new BusyTime();

    @Test
    void overlappingTimeOfOneInstanceCountsOnce() {
        busy.served("A", 0);
        busy.served("A", 5 * SECOND);
        busy.ended("A", 10 * SECOND, 512);
        busy.ended("A", 20 * SECOND, 512);
        assertEstimate(2, 10);
    }

    @Test
    void timeOfTwoInstancesCountsTwice() {
        busy.served("A", 0);
        busy.served("B", 0);
        busy.ended("A", 10 * SECOND, 1024);
        busy.ended("B", 10 * SECOND, 1024);
        assertEstimate(2, 20);
    }

    @Test
    void timeBetweenConnectionsIsFree() {
        busy.served("A", 0);
        busy.ended("A", SECOND, 1024);
        busy.served("A", 100 * SECOND);
        busy.ended("A", 101 * SECOND, 1024);
        assertEstimate(2, 2);
    }

    @Test
    void callThatNoInstanceServesIsACallOnly() {
        busy.ended("", SECOND, 1024);
        assertEstimate(1, 0);
    }

    @Test
    void begunMillisecondCounts() {
        assertEquals(
                0.002 / 8, BillingEstimate.ofConnection(128, 1_000_001, PRICES).gbSeconds(), EXACT);
    }

    @Test
    void listPriceOfAnHourWith128MegabytesIsFiveFen() {
        BillingEstimate hour = BillingEstimate.ofConnection(128, 3600 * SECOND, Prices.LIST);
        assertEquals(450 * 0.00011108 + 0.0133 / 10_000, hour.cny(), EXACT);
    }

    private void assertEstimate(long calls, double gbSeconds) {
        BillingEstimate estimate = busy.estimate(PRICES);
        assertEquals(calls, estimate.calls());
        assertEquals(gbSeconds, estimate.gbSeconds(), EXACT);
        assertEquals(2 * gbSeconds + calls, estimate.cny(), EXACT);
    }
}
