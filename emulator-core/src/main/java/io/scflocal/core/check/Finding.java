package io.scflocal.core.check;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a check has found.
 *
 * @param kind what
 * @param file where: the path within the folder, with {@code /} between its parts; empty if it is in no file
 * @param line number of the line from 1; 0 if it concerns the whole file
 * @param arguments see the constants of {@link FindingKind}
 * @param fix how it can be repaired without changing what is meant; empty where only the author knows
 */
public record Finding(FindingKind kind, String file, int line, List<String> arguments, Optional<Fix> fix) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** How bad it is. */
    public Severity severity() {
        return kind.severity();
    }

    /** Where, as compilers write it: {@code file:line}, or the file alone, or nothing. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }

    static Finding of(FindingKind kind, String file, int line, String... arguments) {
        return new Finding(kind, file, line, List.of(arguments), Optional.empty());
    }

    Finding withFix(Fix.Kind how) {
        return new Finding(kind, file, line, arguments, Optional.of(new Fix(how, file, line)));
    }
}
