package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionEnvironment;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.process.RunId;
import java.util.Map;

/** The complete environment of an instance's processes: the platform's variables, the function's own on top, and our mark. */
final class InstanceEnvironment {

    private InstanceEnvironment() {}

    /** For plain processes. */
    static Map<String, String> of(LaunchRequest request, Map<String, String> host, String runId) {
        return marked(
                FunctionEnvironment.of(request.settings(), request.folder().path(), host), runId);
    }

    /** For a sandbox. */
    static Map<String, String> sandboxed(LaunchRequest request, String runId) {
        return marked(FunctionEnvironment.sandboxed(request.settings(), request.folder()), runId);
    }

    private static Map<String, String> marked(Map<String, String> variables, String runId) {
        variables.put(RunId.VARIABLE, runId);
        return variables;
    }
}
