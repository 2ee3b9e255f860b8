package io.scflocal.core.instance;

import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformEnvironment;
import java.util.Map;

/** The complete environment of an instance's processes: the platform's variables, the function's own on top, and our mark. */
final class InstanceEnvironment {

    /** Marks every process of an instance, however it detached itself, so that it can be found again. */
    static final String RUN_ID = "SCF_LOCAL_RUN_ID";

    private InstanceEnvironment() {}

    /** For plain processes. */
    static Map<String, String> of(LaunchRequest request, Map<String, String> host, String runId) {
        return completed(platform(request).variables(request.folder().path(), host), request, runId);
    }

    /** For a sandbox. */
    static Map<String, String> sandboxed(LaunchRequest request, String runId) {
        return completed(platform(request).sandboxed(), request, runId);
    }

    private static PlatformEnvironment platform(LaunchRequest request) {
        FunctionSettings settings = request.settings();
        return new PlatformEnvironment(
                settings.name(), settings.namespace(), settings.region(), settings.appId(), settings.uin());
    }

    private static Map<String, String> completed(Map<String, String> variables, LaunchRequest request, String runId) {
        FunctionSettings settings = request.settings();
        if (settings.unbufferedPython()) {
            variables.put("PYTHONUNBUFFERED", "1");
        }
        variables.putAll(settings.environment());
        variables.put(RUN_ID, runId);
        return variables;
    }
}
