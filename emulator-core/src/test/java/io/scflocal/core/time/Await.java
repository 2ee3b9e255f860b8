package io.scflocal.core.time;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits in a test for what other threads or processes do. */
public final class Await {
    private static final long LIMIT_SECONDS = 30;
    private static final long POLL_MILLIS = 5;

    private Await() {}

    /** Blocks until the condition holds; fails with {@code what} if that takes too long. */
    public static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                fail("not within " + LIMIT_SECONDS + " s: " + what);
            }
            new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
