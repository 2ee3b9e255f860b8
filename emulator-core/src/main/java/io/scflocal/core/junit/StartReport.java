package io.scflocal.core.junit;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;

/** Why a function did not start, as a test report shows it. */
final class StartReport {
    private StartReport() {}

    static String of(FunctionFolder folder, StartFailure failure) {
        StringBuilder text = new StringBuilder("The function in ")
                .append(folder.path())
                .append(" did not start (")
                .append(failure.status().code())
                .append(' ')
                .append(failure.status().platformName())
                .append("). ")
                .append(failure.getMessage());
        failure.lastOutput().forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }
}
