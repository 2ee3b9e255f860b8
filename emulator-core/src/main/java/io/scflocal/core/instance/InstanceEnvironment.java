package io.scflocal.core.instance;

import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformEnvironment;
import java.util.Map;

/** The complete environment of an instance's processes: the platform's variables, the function's own on top, and our mark. */
final class InstanceEnvironment {

    /** Marks every process of an instance, however it detached itself, so that it can be found again. */
    static final String RUN_ID = "SCF_LOCAL_RUN_ID";

    private InstanceEnvironment() {}

    static Map<String, String> of(LaunchRequest request, Map<String, String> host, String runId) {
        FunctionSettings settings = request.settings();
        PlatformEnvironment platform = new PlatformEnvironment(
                settings.name(), settings.namespace(), settings.region(), settings.appId(), settings.uin());
        Map<String, String> variables = platform.variables(request.folder().path(), host);
        if (settings.unbufferedPython()) {
            variables.put("PYTHONUNBUFFERED", "1");
        }
        variables.putAll(settings.environment());
        variables.put(RUN_ID, runId);
        return variables;
    }
}
