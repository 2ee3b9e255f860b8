package io.scflocal.core.query;

import java.util.Optional;

/** The fields of the language. */
public enum Field {
    /** Number of the frame as the window shows it, from 1. */
    N("n", ValueType.NUMBER, Tier.HEADER),
    TIME("time", ValueType.TIME, Tier.HEADER),
    /** Since the connection's handshake. */
    AGE("age", ValueType.DURATION, Tier.CONNECTION),
    /** Since the frame before of the same connection, of either direction; missing on the first one. */
    CDELTA("cdelta", ValueType.DURATION, Tier.HEADER),
    /** What was left of the idle timeout when the frame came; missing where the limits were not recorded. */
    IDLE_LEFT("idle.left", ValueType.DURATION, Tier.CONNECTION),
    /** What was left of the execution timeout when the frame came, counted from the handshake. */
    EXEC_LEFT("exec.left", ValueType.DURATION, Tier.CONNECTION),
    DIR("dir", ValueType.DIRECTION, Tier.HEADER),
    /** Who made the frame. */
    ORIGIN("origin", ValueType.ORIGIN, Tier.HEADER),
    OP("op", ValueType.OPCODE, Tier.HEADER),
    CONTROL("control", ValueType.BOOLEAN, Tier.HEADER),
    DATA("data", ValueType.BOOLEAN, Tier.HEADER),
    /** Declared length of the payload. */
    LEN("len", ValueType.SIZE, Tier.HEADER),
    /** Header and payload together. */
    WIRE("wire", ValueType.SIZE, Tier.HEADER),
    /** Inflated size divided by size; missing where nothing was inflated. */
    RATIO("ratio", ValueType.NUMBER, Tier.PARSED),
    FIN("fin", ValueType.BOOLEAN, Tier.HEADER),
    RSV1("rsv1", ValueType.BOOLEAN, Tier.HEADER),
    RSV2("rsv2", ValueType.BOOLEAN, Tier.HEADER),
    RSV3("rsv3", ValueType.BOOLEAN, Tier.HEADER),
    MASKED("masked", ValueType.BOOLEAN, Tier.HEADER),
    /** Not the only frame of its message. */
    FRAGMENTED("fragmented", ValueType.BOOLEAN, Tier.HEADER),
    /** A data frame with RSV1, which is the first of a compressed message. */
    COMPRESSED("compressed", ValueType.BOOLEAN, Tier.HEADER),
    /** Its bytes had to make room for newer ones. */
    DROPPED("dropped", ValueType.BOOLEAN, Tier.HEADER),
    CLOSE_CODE("close.code", ValueType.NUMBER, Tier.PAYLOAD),
    CLOSE_REASON("close.reason", ValueType.TEXT, Tier.PAYLOAD),
    /** Number of the connection, from 1. */
    CONN("conn", ValueType.NUMBER, Tier.HEADER),
    CONN_PATH("conn.path", ValueType.TEXT, Tier.CONNECTION),
    /** {@code conn.query.name} or {@code conn.query["name"]}: a parameter of the request's query. */
    CONN_QUERY("conn.query", ValueType.TEXT, Tier.CONNECTION),
    /** {@code conn.header.name} or {@code conn.header["Name"]}: a header field of the request. */
    CONN_HEADER("conn.header", ValueType.TEXT, Tier.CONNECTION),
    CONN_SUBPROTOCOL("conn.subprotocol", ValueType.TEXT, Tier.CONNECTION),
    CONN_STATE("conn.state", ValueType.WORD, Tier.CONNECTION),
    CONN_CLOSECAUSE("conn.closecause", ValueType.WORD, Tier.CONNECTION),
    /** The platform's request id of the connection. */
    INV("inv", ValueType.TEXT, Tier.CONNECTION),
    /** Name of the function. */
    FN("fn", ValueType.TEXT, Tier.CONNECTION),
    /** On a pong: since the newest ping of the other direction with the same payload, among the 4,096 frames before. */
    RTT("rtt", ValueType.DURATION, Tier.PAYLOAD),
    /** Whether somebody has marked the frame. */
    MARKED("marked", ValueType.BOOLEAN, Tier.HEADER),
    LABEL("label", ValueType.TEXT, Tier.HEADER),
    NOTE("note", ValueType.TEXT, Tier.HEADER),
    /** The payload read as UTF-8. */
    TEXT("text", ValueType.TEXT, Tier.PAYLOAD),
    /** The payload. */
    BYTES("bytes", ValueType.BYTES, Tier.PAYLOAD),
    /** Header and payload as they were on the wire. */
    FRAME("frame", ValueType.BYTES, Tier.PAYLOAD),
    /** What the payload looks like. */
    KIND("kind", ValueType.KIND, Tier.PARSED),
    /** {@code json.a.b[0]}, {@code json["a b"]}, {@code json..type}: a value in a JSON payload. */
    JSON("json", ValueType.ANY, Tier.PARSED);

    private final String text;
    private final ValueType type;
    private final Tier tier;

    Field(String text, ValueType type, Tier tier) {
        this.text = text;
        this.type = type;
        this.tier = tier;
    }

    /** Its name in the language. */
    public String text() {
        return text;
    }

    public ValueType type() {
        return type;
    }

    public Tier tier() {
        return tier;
    }

    /** Whether a key must follow, as in {@code conn.header.origin}. */
    public boolean needsKey() {
        return this == CONN_QUERY || this == CONN_HEADER;
    }

    static Optional<Field> named(String text) {
        for (Field field : values()) {
            if (field.text.equals(text)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
