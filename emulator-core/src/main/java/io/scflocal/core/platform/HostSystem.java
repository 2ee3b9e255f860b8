package io.scflocal.core.platform;

import java.util.Map;
import java.util.TreeMap;

/** The kind of system that this machine runs, where it matters to functions: the cloud's is always {@link #LINUX}. */
public enum HostSystem {
    /** Linux, and any other that is neither of the others. */
    LINUX,
    MAC,
    WINDOWS;

    /** This machine's. */
    public static HostSystem current() {
        return named(System.getProperty("os.name"));
    }

    /** That of a name as in the property {@code os.name}. */
    static HostSystem named(String name) {
        if (name.startsWith("Windows")) {
            return WINDOWS;
        }
        return name.startsWith("Mac") ? MAC : LINUX;
    }

    /** Between the entries of a search path. */
    public String pathSeparator() {
        return this == WINDOWS ? ";" : ":";
    }

    /** Variables in which names are looked up as this system does it; Windows takes {@code Path} for {@code PATH}. */
    public Map<String, String> lookup(Map<String, String> variables) {
        if (this != WINDOWS) {
            return variables;
        }
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(variables);
        return anyCase;
    }
}
