package io.scflocal.core.frame;

/** Status codes of a Close frame. Source: RFC 6455 section 7.4 and the WebSocket Close Code Number Registry of IANA. */
public final class CloseCode {
    public static final int NORMAL_CLOSURE = 1000;
    public static final int GOING_AWAY = 1001;
    public static final int PROTOCOL_ERROR = 1002;
    public static final int UNSUPPORTED_DATA = 1003;
    /** Never on the wire: stands for a Close frame without a code. */
    public static final int NO_STATUS_RECEIVED = 1005;
    /** Never on the wire: stands for a connection that ended without a Close frame. */
    public static final int ABNORMAL_CLOSURE = 1006;

    public static final int INVALID_PAYLOAD = 1007;
    public static final int POLICY_VIOLATION = 1008;
    public static final int MESSAGE_TOO_BIG = 1009;
    public static final int MANDATORY_EXTENSION = 1010;
    public static final int INTERNAL_ERROR = 1011;
    public static final int SERVICE_RESTART = 1012;
    public static final int TRY_AGAIN_LATER = 1013;
    public static final int BAD_GATEWAY = 1014;
    /** Never on the wire: stands for a failed TLS handshake. */
    public static final int TLS_HANDSHAKE = 1015;

    private CloseCode() {}
}
