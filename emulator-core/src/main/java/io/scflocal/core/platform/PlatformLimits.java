package io.scflocal.core.platform;

import java.time.Duration;

/** The platform's numbers. Source: vendor documentation 583/11637 (quotas), 583/56124, 583/56126 and 583/63406; SDK field descriptions. */
public final class PlatformLimits {
    /** The port on which a Web Function listens. */
    public static final int FUNCTION_PORT = 9000;

    public static final Duration MIN_EXECUTION_TIMEOUT = Duration.ofSeconds(1);
    public static final Duration MAX_EXECUTION_TIMEOUT = Duration.ofSeconds(900);
    /** The platform's own default is 3 s; ours is its maximum, so that a first try is not cut after three seconds. */
    public static final Duration DEFAULT_EXECUTION_TIMEOUT = Duration.ofSeconds(900);

    public static final Duration MIN_IDLE_TIMEOUT = Duration.ofSeconds(1);
    public static final Duration MAX_IDLE_TIMEOUT = Duration.ofSeconds(7200);
    public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(15);

    public static final Duration MIN_INIT_TIMEOUT = Duration.ofSeconds(3);
    public static final Duration MAX_INIT_TIMEOUT = Duration.ofSeconds(300);
    public static final Duration DEFAULT_INIT_TIMEOUT = Duration.ofSeconds(65);

    public static final int DEFAULT_MEMORY_MB = 128;
    public static final int MAX_MEMORY_MB = 3072;
    public static final int MEMORY_STEP_MB = 128;
    public static final int MIN_MEMORY_MB = 64;

    public static final int MAX_CONCURRENCY = 100;

    /** All environment variables of a function together, names and values, in bytes. */
    public static final int MAX_ENVIRONMENT_BYTES = 4096;

    /** A function's code without being packed, in MB. */
    public static final int MAX_CODE_MB = 500;

    /** A zip file that is uploaded directly, in MB; larger ones go through the object storage. */
    public static final int MAX_ZIP_MB = 50;

    private PlatformLimits() {}
}
