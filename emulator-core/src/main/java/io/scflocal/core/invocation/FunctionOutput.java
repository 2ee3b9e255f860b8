package io.scflocal.core.invocation;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the lines that instances print into the log, each with the invocation to which it belongs, and has them counted.
 *
 * <p>Thread-safe.
 */
public final class FunctionOutput {
    private static final Pattern REQUEST_ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String NO_INSTANCE = "";
    private static final String NO_INVOCATION = "";
    /** As many as it takes to know that it isn't one. */
    private static final int TWO = 2;

    private final InvocationTable table;
    private final InvocationLog log;
    private final LogMeter meter;
    private final Predicate<String> starting;

    /**
     * Nothing is printed yet.
     *
     * @param starting whether the instance with an id is still being started
     */
    public FunctionOutput(Invocations invocations, InvocationLog log, LogMeter meter, Predicate<String> starting) {
        table = invocations.table();
        this.log = log;
        this.meter = meter;
        this.starting = starting;
    }

    /** An instance has printed a line. */
    public void printed(String instanceId, LogSource stream, String line) {
        String requestId = requestIdOf(instanceId, line);
        log.append(stream, requestId, line);
        meter.printed(table.connectionOf(requestId), line);
    }

    /** A line is of the only invocation that its instance serves, or will serve; if it serves several, of the one that the line names. */
    private String requestIdOf(String instanceId, String line) {
        List<String> served = table.servedBy(instanceId, TWO);
        if (served.size() == TWO) {
            return named(line);
        }
        return only(served.isEmpty() && starting.test(instanceId) ? table.servedBy(NO_INSTANCE, TWO) : served);
    }

    private String named(String line) {
        Matcher named = REQUEST_ID.matcher(line);
        while (named.find()) {
            if (table.isOpen(named.group())) {
                return named.group();
            }
        }
        return NO_INVOCATION;
    }

    private static String only(List<String> requestIds) {
        return requestIds.size() == 1 ? requestIds.get(0) : NO_INVOCATION;
    }
}
