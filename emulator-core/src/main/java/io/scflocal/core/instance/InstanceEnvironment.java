package io.scflocal.core.instance;

import io.scflocal.core.function.FunctionEnvironment;
import java.util.Map;

/** The complete environment of an instance's processes: the platform's variables, the function's own on top, and our mark. */
final class InstanceEnvironment {

    /** Marks every process of an instance, however it detached itself, so that it can be found again. */
    static final String RUN_ID = "SCF_LOCAL_RUN_ID";

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
        variables.put(RUN_ID, runId);
        return variables;
    }
}
