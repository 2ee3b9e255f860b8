package io.scflocal.core.launch;

import io.scflocal.core.function.StartFile.Finding;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import java.util.List;

/** Puts what is wrong with a start file into the words of a failed start. */
final class StartFileFailures {
    private StartFileFailures() {}

    static StartFailure of(Finding finding) {
        String detail = finding.detail();
        return switch (finding.problem()) {
            case MISSING ->
                failure(StartProblem.START_FILE_MISSING, "The start file " + detail + " does not exist.", detail);
            case UNREADABLE ->
                failure(StartProblem.START_FILE_UNREADABLE, "The start file " + detail + " can't be read.", detail);
            case NOT_EXECUTABLE ->
                failure(StartProblem.NOT_EXECUTABLE, "The start file " + detail + " is not executable.", detail);
            case WINDOWS_LINE_ENDINGS ->
                failure(
                        StartProblem.WINDOWS_LINE_ENDINGS,
                        "The start file has Windows line endings, first in line " + detail + ".",
                        detail);
            case BYTE_ORDER_MARK ->
                failure(StartProblem.BYTE_ORDER_MARK, "The start file begins with a byte order mark.");
            case NO_SHEBANG ->
                failure(
                        StartProblem.NO_SHEBANG,
                        "The first line of the start file names no interpreter: " + detail,
                        detail);
            case FOREIGN_BINARY ->
                failure(
                        StartProblem.NOT_STARTED,
                        "The start file " + detail + " is a binary for another system or processor.",
                        "Exec format error");
            case INTERPRETER_MISSING ->
                failure(
                        StartProblem.INTERPRETER_MISSING,
                        "The interpreter " + detail + " of the start file does not exist.",
                        detail);
        };
    }

    private static StartFailure failure(StartProblem problem, String message, String... details) {
        return new StartFailure(problem, message, List.of(details), List.of());
    }
}
