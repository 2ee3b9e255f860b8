package io.scflocal.core.platform;

/**
 * Which status an end has. Source: vendor documentation 583/63406, the table of connection ends; where it is silent (no close code,
 * no Close frame, 1001) {@link UnclearEnds} decides.
 */
public final class EndRules {
    private static final int NORMAL_CLOSURE = 1000;
    private static final int MANDATORY_EXTENSION = 1010;
    private static final int INTERNAL_ERROR = 1011;
    private static final int GOING_AWAY = 1001;
    private static final int NO_CODE = 1005;
    private static final int FIRST_HTTP_ERROR = 400;

    private EndRules() {}

    /** Status of a connection whose first Close frame came from the client; 1005 stands for a Close frame without a code. */
    public static FunctionStatus clientClosed(int closeCode, UnclearEnds unclear) {
        return closeCode == NORMAL_CLOSURE || closeCode == MANDATORY_EXTENSION || passes(closeCode, unclear)
                ? FunctionStatus.SUCCESS
                : FunctionStatus.CLIENT_CLOSED_ABNORMALLY;
    }

    /** Status of a connection whose first Close frame came from the function; 1005 stands for a Close frame without a code. */
    public static FunctionStatus functionClosed(int closeCode, UnclearEnds unclear) {
        return closeCode == NORMAL_CLOSURE || closeCode == INTERNAL_ERROR || passes(closeCode, unclear)
                ? FunctionStatus.SUCCESS
                : FunctionStatus.USER_PROCESS_EXIT;
    }

    private static boolean passes(int closeCode, UnclearEnds unclear) {
        return unclear == UnclearEnds.SUCCESS && (closeCode == GOING_AWAY || closeCode == NO_CODE);
    }

    /**
     * Status of a connection one of whose peers ended TCP without a Close frame.
     *
     * @throws IllegalArgumentException for another cause than a lost peer
     */
    public static FunctionStatus lost(EndCause cause, UnclearEnds unclear) {
        if (cause != EndCause.CLIENT_LOST && cause != EndCause.FUNCTION_LOST) {
            throw new IllegalArgumentException(cause + " is no lost peer");
        }
        return unclear == UnclearEnds.SUCCESS ? FunctionStatus.SUCCESS : cut(cause);
    }

    /** Status of a request that the function answered with an HTTP response instead of an upgrade. */
    public static FunctionStatus answered(int httpStatus) {
        return httpStatus < FIRST_HTTP_ERROR ? FunctionStatus.SUCCESS : FunctionStatus.USER_CODE_EXCEPTION;
    }

    /**
     * Status of a request that ended before the function's answer was complete.
     *
     * @throws IllegalArgumentException for a cause whose status depends on a close code or an HTTP status
     */
    public static FunctionStatus unanswered(EndCause cause) {
        return cause == EndCause.CLIENT_LOST ? FunctionStatus.REQUEST_CANCELED : cut(cause);
    }

    /**
     * Status of a connection that ended without a Close frame and without an HTTP response.
     *
     * @throws IllegalArgumentException for a cause whose status depends on a close code or an HTTP status
     */
    public static FunctionStatus cut(EndCause cause) {
        return switch (cause) {
            case CLIENT_LOST -> FunctionStatus.CLIENT_CLOSED_ABNORMALLY;
            // Stopping takes the process away under the connection, which the platform calls 439 too; dropping it looks
            // the same.
            case FUNCTION_LOST, PROCESS_EXITED, PACKET_TOO_LARGE, USER_DROPPED, RELOADED, STOPPED ->
                FunctionStatus.USER_PROCESS_EXIT;
            case MEMORY_LIMIT -> FunctionStatus.MEMORY_LIMIT_REACHED;
            case IDLE_TIMEOUT -> FunctionStatus.IDLE_TIMEOUT;
            case EXECUTION_TIMEOUT -> FunctionStatus.TIME_LIMIT_REACHED;
            case REQUEST_TOO_LARGE -> FunctionStatus.REQUEST_TOO_LARGE;
            case RESPONSE_TOO_LARGE -> FunctionStatus.RESPONSE_TOO_LARGE;
            case CLIENT_CLOSED, FUNCTION_CLOSED, USER_CLOSED, HANDSHAKE_REFUSED, HTTP_ANSWERED, START_FAILED ->
                throw new IllegalArgumentException(cause + " has no status of its own");
        };
    }
}
