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
        PlatformEnvironment platform = new PlatformEnvironment(
                settings.name(), settings.namespace(), settings.region(), settings.appId(), settings.uin());
        Map<String, String> variables = platform.variables(folder, host);
        if (settings.unbufferedPython()) {
            variables.put(UNBUFFERED_PYTHON, "1");
        }
        variables.putAll(settings.environment());
        return variables;
    }
}
