package io.scflocal.core.function;

import java.util.regex.Pattern;

/** The programs that fetch a function's dependencies. */
public enum InstallTool {
    NPM("(?:code|errno) (?:ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT)\\b"),
    /** {@code python -m pip}, of the Python that stands in for the one that the start file names. */
    PIP("NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|SSLError|NameResolutionError");

    private final Pattern unreachable;

    InstallTool(String unreachable) {
        this.unreachable = Pattern.compile(unreachable);
    }

    /** Whether a line that it prints says that the index of packages was not reached. */
    public boolean saysUnreachable(String line) {
        return unreachable.matcher(line).find();
    }
}
