package io.scflocal.core.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header fields that the platform and its gateway add to a request on the way to the function. Source: vendor documentation
 * 583/56124 for {@code X-Scf-*}; the others were seen in captured requests.
 */
public final class PlatformHeaders {
    /** The platform's own request id, a UUID. */
    public static final String REQUEST_ID = "X-Scf-Request-Id";
    /** The gateway's request id, 32 hexadecimal digits; also on the platform's own answers. */
    public static final String API_REQUEST_ID = "X-Api-Requestid";
    /** The reason in an answer that the platform itself gives. */
    public static final String MESSAGE = "X-Scf-Message";

    private static final String RESERVED_PREFIX = "x-scf-";
    private static final Pattern NOT_PRINTABLE_ASCII = Pattern.compile("[^\\x20-\\x7e]");

    private PlatformHeaders() {}

    /**
     * What the headers say about the function.
     *
     * @param name name of the function
     * @param namespace its namespace
     * @param region its region
     * @param appId account id
     * @param uin user id
     * @param memoryMb configured memory in MB
     * @param executionTimeout configured execution timeout; sent in milliseconds
     */
    public record FunctionFacts(
            String name,
            String namespace,
            String region,
            String appId,
            String uin,
            int memoryMb,
            Duration executionTimeout) {}

    /**
     * What the headers say about the request.
     *
     * @param requestId the platform's request id, a UUID
     * @param clientAddress IP address of the client
     * @param secure whether the client came by TLS
     */
    public record RequestFacts(String requestId, String clientAddress, boolean secure) {}

    /** Whether a client may not set the field: the gateway drops it. */
    public static boolean isReserved(String name) {
        return name.regionMatches(true, 0, RESERVED_PREFIX, 0, RESERVED_PREFIX.length());
    }

    /** The fields to add, in the order in which they are sent. */
    public static Map<String, String> of(FunctionFacts function, RequestFacts request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REQUEST_ID, request.requestId());
        headers.put("X-Scf-Memory", Integer.toString(function.memoryMb()));
        headers.put("X-Scf-Timeout", Long.toString(function.executionTimeout().toMillis()));
        headers.put("X-Scf-Version", "$LATEST");
        headers.put("X-Scf-Name", fieldText(function.name()));
        headers.put("X-Scf-Namespace", function.namespace());
        headers.put("X-Scf-Region", function.region());
        headers.put("X-Scf-Appid", function.appId());
        headers.put("X-Scf-Uin", function.uin());
        headers.put(API_REQUEST_ID, apiRequestId(request.requestId()));
        headers.put("X-Forwarded-For", request.clientAddress());
        headers.put("X-Real-Ip", request.clientAddress());
        headers.put("X-Client-Proto", request.secure() ? "https" : "http");
        headers.put("X-Client-Proto-Ver", "HTTP/1.1");
        return headers;
    }

    /** A folder that gives the function its name may be called anything; a field holds printable ASCII, RFC 9110 section 5.5. */
    private static String fieldText(String text) {
        return NOT_PRINTABLE_ASCII.matcher(text).replaceAll("_");
    }

    /** The gateway's form of a request id: its 32 hexadecimal digits without hyphens. */
    public static String apiRequestId(String requestId) {
        return requestId.replace("-", "");
    }
}
