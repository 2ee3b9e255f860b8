package io.scflocal.core.platform;

/**
 * The platform's status of an invocation. Source: vendor documentation 583/42611 (status codes) and 583/63406 (WebSocket); 455 and 456
 * have no published names.
 */
public enum FunctionStatus {
    SUCCESS(200, "Success"),
    CONTAINER_STATE_EXITED(405, "ContainerStateExited"),
    REQUEST_TOO_LARGE(406, "RequestTooLarge"),
    RESPONSE_TOO_LARGE(410, "ResponseTooLarge"),
    /** The cloud's limit on an account; here, where an account has none, only in captures from elsewhere. */
    RESOURCE_LIMIT(429, "ResourceLimit"),
    USER_CODE_EXCEPTION(430, "UserCodeException"),
    RESOURCE_LIMIT_REACHED(432, "ResourceLimitReached"),
    TIME_LIMIT_REACHED(433, "TimeLimitReached"),
    MEMORY_LIMIT_REACHED(434, "MemoryLimitReached"),
    USER_PROCESS_EXIT(439, "UserProcessExit"),
    CONTAINER_INIT_ERROR(445, "ContainerInitError"),
    PORT_BINDING_FAILED(446, "PortBindingFailed"),
    INIT_CONTAINER_TIMEOUT(450, "InitContainerTimeout"),
    IDLE_TIMEOUT(455, "IdleTimeout"),
    CLIENT_CLOSED_ABNORMALLY(456, "ClientClosedAbnormally"),
    REQUEST_CANCELED(499, "RequestCanceled"),
    INTERNAL_ERROR(500, "InternalError");

    private final int code;
    private final String platformName;

    FunctionStatus(int code, String platformName) {
        this.code = code;
        this.platformName = platformName;
    }

    /** The number, as in the platform's log field {@code SCF_StatusCode}. */
    public int code() {
        return code;
    }

    /** The platform's English name; ours where the platform has published none. */
    public String platformName() {
        return platformName;
    }

    /** Whether the invocation counts as a success. */
    public boolean isSuccess() {
        return this == SUCCESS;
    }
}
