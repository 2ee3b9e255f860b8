package io.scflocal.core.function;

import io.scflocal.core.platform.PlatformEnvironment;
import java.nio.file.Path;
import java.util.Map;

/** The variables of a function's process: the platform's, and the function's own on top. */
public final class FunctionEnvironment {
    /** Makes Python print at once; the cloud does not set it. */
    public static final String UNBUFFERED_PYTHON = "PYTHONUNBUFFERED";

    private FunctionEnvironment() {}

    /**
     * All of them in a new map.
     *
     * @param folder where the code is
     * @param host the environment of the emulator, of which little is passed on
     */
    public static Map<String, String> of(FunctionSettings settings, Path folder, Map<String, String> host) {
        return completed(platform(settings).variables(folder, host), settings);
    }

    /** All of them in a new map, for a sandbox that has the platform's paths. */
    public static Map<String, String> sandboxed(FunctionSettings settings) {
        return completed(platform(settings).sandboxed(), settings);
    }

    private static PlatformEnvironment platform(FunctionSettings settings) {
        return new PlatformEnvironment(
                settings.name(), settings.namespace(), settings.region(), settings.appId(), settings.uin());
    }

    private static Map<String, String> completed(Map<String, String> variables, FunctionSettings settings) {
        if (settings.unbufferedPython()) {
            variables.put(UNBUFFERED_PYTHON, "1");
        }
        variables.putAll(settings.environment());
        return variables;
    }
}
