package io.scflocal.core;

import io.scflocal.core.platform.EnvironmentRules;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import io.scflocal.core.problem.ProblemSink;
import java.util.Map;

/** Reports what the platform would refuse of a function's own variables, wherever they are written. */
final class EnvironmentProblems {
    private EnvironmentProblems() {}

    static void report(Map<String, String> variables, ProblemSink problems) {
        int bytes = EnvironmentRules.bytes(variables);
        if (bytes > PlatformLimits.MAX_ENVIRONMENT_BYTES) {
            problems.report(ProblemKind.ENVIRONMENT, 0, Problem.NO_FRAME, bytes, PlatformLimits.MAX_ENVIRONMENT_BYTES);
        }
        long refused = variables.keySet().stream()
                .filter(name -> !EnvironmentRules.isAllowed(name))
                .count();
        if (refused > 0) {
            problems.report(ProblemKind.ENVIRONMENT_NAME, 0, Problem.NO_FRAME, refused, 0);
        }
    }
}
