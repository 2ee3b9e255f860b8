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

    /** Ours: what a machine of a developer can bear; the cloud's depends on the account. */
    public static final int DEFAULT_MAX_INSTANCES = 10;

    /** Ours too. */
    public static final int MAX_MAX_INSTANCES = 200;

    /** All environment variables of a function together, names and values, in bytes. */
    public static final int MAX_ENVIRONMENT_BYTES = 4096;

    /** The largest message; 1 MB in the documents of 2021. */
    public static final int MAX_PACKET_BYTES = 256 << 10;
    /** What one connection may move in a second. */
    public static final int MAX_BYTES_PER_SECOND = 128 << 10;

    public static final int MAX_PACKETS_PER_SECOND = 10;

    /** A longer line of output is cut in the cloud's log, in bytes. */
    public static final int MAX_LOG_LINE_BYTES = 8 << 10;
    /** What the cloud's log takes of one request in {@link #LOG_PERIOD}. */
    public static final int MAX_LOG_BYTES = 1 << 20;

    public static final int MAX_LOG_LINES = 5_000;
    public static final Duration LOG_PERIOD = Duration.ofSeconds(5);

    /** The largest body of an HTTP request, and of an answer, in bytes. */
    public static final int MAX_HTTP_BODY_BYTES = 6 << 20;
    /** All header fields of an HTTP answer together, in bytes. */
    public static final int MAX_RESPONSE_HEADER_BYTES = 4 << 10;

    /** A function's code without being packed, in MB. */
    public static final int MAX_CODE_MB = 500;

    /** A zip file that is uploaded directly, in MB; larger ones go through the object storage. */
    public static final int MAX_ZIP_MB = 50;

    private PlatformLimits() {}
}
