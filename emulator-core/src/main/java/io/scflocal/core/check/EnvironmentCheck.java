package io.scflocal.core.check;

import io.scflocal.core.platform.EnvironmentRules;
import io.scflocal.core.platform.PlatformLimits;
import java.util.Map;
import java.util.Optional;

/** Looks at the function's own variables as the cloud does before it takes them. */
final class EnvironmentCheck {
    private final Findings findings;

    EnvironmentCheck(Findings findings) {
        this.findings = findings;
    }

    void run(Map<String, String> variables) {
        if (variables.isEmpty()) {
            return;
        }
        findings.examined(Subject.ENVIRONMENT);
        for (String name : variables.keySet()) {
            Optional<String> reserved = EnvironmentRules.reservedPrefix(name);
            if (!EnvironmentRules.isName(name)) {
                findings.add(Finding.of(FindingKind.VARIABLE_NAME, "", 0, name));
            } else if (reserved.isPresent()) {
                findings.add(Finding.of(FindingKind.VARIABLE_RESERVED, "", 0, name, reserved.get()));
            }
        }
        int bytes = EnvironmentRules.bytes(variables);
        if (bytes > PlatformLimits.MAX_ENVIRONMENT_BYTES) {
            findings.add(Finding.of(
                    FindingKind.ENVIRONMENT_TOO_LARGE,
                    "",
                    0,
                    Integer.toString(bytes),
                    Integer.toString(PlatformLimits.MAX_ENVIRONMENT_BYTES)));
        }
    }
}
