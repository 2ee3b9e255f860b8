package io.scflocal.core.platform;

/** Why a connection ended. */
public enum EndCause {
    /** The client sent the first Close frame. */
    CLIENT_CLOSED("client-closed"),
    /** The function sent the first Close frame. */
    FUNCTION_CLOSED("function-closed"),
    /** The client's TCP connection ended without a Close frame. */
    CLIENT_LOST("client-lost"),
    /** The function's TCP connection ended without a Close frame while its process lives on. */
    FUNCTION_LOST("function-lost"),
    /** The function's process ended under the connection. */
    PROCESS_EXITED("process-exited"),
    /** The instance used more memory than is configured; the platform ended it. */
    MEMORY_LIMIT("memory-limit"),
    /** No message passed for the idle timeout; the platform cut. */
    IDLE_TIMEOUT("idle-timeout"),
    /** Open for the execution timeout; the platform cut. */
    EXECUTION_TIMEOUT("execution-timeout"),
    /** A message was larger than a packet may be; the platform closed with 1009. */
    PACKET_TOO_LARGE("packet-too-large"),
    /** The body of an HTTP request was larger than the platform takes. */
    REQUEST_TOO_LARGE("request-too-large"),
    /** The body or the header fields of an HTTP answer were larger than the platform takes. */
    RESPONSE_TOO_LARGE("response-too-large"),
    /** The function answered the handshake with something else than 101. */
    HANDSHAKE_REFUSED("handshake-refused"),
    /** A plain HTTP request was answered. */
    HTTP_ANSWERED("http-answered"),
    /** No instance could be started for the connection. */
    START_FAILED("start-failed"),
    /** The user of the emulator closed the connection with a Close frame. */
    USER_CLOSED("user-closed"),
    /** The user of the emulator dropped the connection without a Close frame. */
    USER_DROPPED("user-dropped"),
    /** The function's code was reloaded; the emulator closed with 1012. */
    RELOADED("reloaded"),
    /** The emulator was stopped by its user. */
    STOPPED("stopped");

    private final String id;

    EndCause(String id) {
        this.id = id;
    }

    /** The stable name in machine-readable output. */
    public String id() {
        return id;
    }
}
