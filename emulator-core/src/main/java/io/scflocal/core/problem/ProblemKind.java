package io.scflocal.core.problem;

/** A rule of the platform that something here has broken. */
public enum ProblemKind {
    /** A message is larger than a packet may be. Source: vendor documentation 583/63406. */
    PACKET_SIZE("packet-size", Severity.ERROR, "583/63406"),
    /** More bytes in a second than a connection may move. */
    BYTES_PER_SECOND("bytes-per-second", Severity.WARNING, "583/63406"),
    /** More messages in a second than a connection may move. */
    PACKETS_PER_SECOND("packets-per-second", Severity.WARNING, "583/63406"),
    /** A line of output is longer than the log keeps. Source: vendor documentation 583/11637. */
    LOG_LINE("log-line", Severity.WARNING, "583/11637"),
    /** More bytes of output in five seconds than the log takes of one request. */
    LOG_BYTES("log-bytes", Severity.WARNING, "583/11637"),
    /** More lines of output in five seconds than the log takes of one request. */
    LOG_LINES("log-lines", Severity.WARNING, "583/11637"),
    /** The body of an HTTP request is too large. Source: vendor documentation 583/11637. */
    REQUEST_BODY("request-body", Severity.ERROR, "583/11637"),
    /** The body of an HTTP answer is too large. */
    RESPONSE_BODY("response-body", Severity.ERROR, "583/11637"),
    /** The header fields of an HTTP answer are too large. */
    RESPONSE_HEADERS("response-headers", Severity.ERROR, "583/11637"),
    /** A function that speaks WebSocket got plain HTTP, which the cloud's gateway may refuse. */
    PLAIN_HTTP("plain-http", Severity.WARNING, "583/63406"),
    /** The function's own variables are larger than the platform takes. Source: vendor documentation 583/30228. */
    ENVIRONMENT("environment", Severity.ERROR, "583/30228"),
    /** Names of the function's own variables are not allowed. */
    ENVIRONMENT_NAME("environment-name", Severity.ERROR, "583/30228");

    private final String id;
    private final Severity severity;
    private final String source;

    ProblemKind(String id, Severity severity, String source) {
        this.id = id;
        this.severity = severity;
        this.source = source;
    }

    /** How bad it is in the cloud. */
    public enum Severity {
        /** It may be slow, cut or lost. */
        WARNING,
        /** It will probably be refused. */
        ERROR
    }

    /** The stable name in machine-readable output and in the keys of texts. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** The page of the vendor's documentation that states the rule. */
    public String source() {
        return source;
    }
}
