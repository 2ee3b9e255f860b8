package io.scflocal.app.checks;

import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.ConfigTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.core.check.Finding;
import io.scflocal.core.check.Fix;
import io.scflocal.core.check.Severity;
import io.scflocal.core.config.ConfigProblem;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One problem as the window shows it, whoever has found it.
 *
 * @param severity how bad it is
 * @param place where; may be empty
 * @param what what is wrong, in the language of the moment
 * @param why why it matters in the cloud; may give an empty text
 * @param todo what to do about it; may give an empty text
 * @param fix how it can be repaired
 * @param installable whether an installation of what the folder asks for mends it
 */
record ProblemRow(
        Severity severity,
        String place,
        Function<Messages, String> what,
        Function<Messages, String> why,
        Function<Messages, String> todo,
        Optional<Fix> fix,
        boolean installable) {
    /** So many connections are named; of others it is said how many they are. */
    private static final int MOST_NAMED = 4;

    /** One that nobody can repair but the author. */
    ProblemRow(
            Severity severity,
            String place,
            Function<Messages, String> what,
            Function<Messages, String> why,
            Function<Messages, String> todo) {
        this(severity, place, what, why, todo, Optional.empty(), false);
    }

    static ProblemRow of(Finding finding) {
        return new ProblemRow(
                finding.severity(),
                finding.place(),
                messages -> new CheckTexts(messages).what(finding),
                messages -> new CheckTexts(messages).why(finding),
                messages -> new CheckTexts(messages).todo(finding),
                finding.fix(),
                finding.kind().isMissingDependency());
    }

    /**
     * A rule of the platform that connections have broken: by whom, how often in all, and the worst that was measured.
     *
     * @param problems of one kind, one of each connection; at least one
     */
    static ProblemRow of(List<Problem> problems) {
        Problem worst =
                problems.stream().max(Comparator.comparingLong(Problem::worst)).orElseThrow();
        boolean refused = worst.kind().severity() == ProblemKind.Severity.ERROR;
        return new ProblemRow(
                refused ? Severity.ERROR : Severity.WARNING,
                connections(problems) + "×"
                        + problems.stream().mapToLong(Problem::count).sum(),
                messages -> new PlatformTexts(messages).rule(worst),
                messages -> "",
                messages -> new PlatformTexts(messages).ruleTodo(worst));
    }

    private static String connections(List<Problem> problems) {
        List<String> numbers = problems.stream()
                .filter(problem -> problem.connection() != 0)
                .map(problem -> "#" + problem.connection())
                .toList();
        String named = numbers.stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
        int others = Math.max(0, numbers.size() - MOST_NAMED);
        return named + (others == 0 ? "" : " +" + others) + (numbers.isEmpty() ? "" : "  ");
    }

    /** Something about instances that would be otherwise in the cloud. */
    static ProblemRow of(InstanceNotice notice) {
        return new ProblemRow(
                notice.kind() == InstanceNotice.Kind.LEFTOVERS_ENDED ? Severity.INFO : Severity.WARNING,
                notice.instance(),
                messages -> new PlatformTexts(messages).notice(notice),
                messages -> "",
                messages -> new PlatformTexts(messages).noticeTodo(notice).orElse(""));
    }

    static ProblemRow of(ConfigProblem problem) {
        return new ProblemRow(
                Severity.WARNING,
                problem.origin().place(),
                messages -> new ConfigTexts(messages).sentence(problem),
                messages -> "",
                messages -> "");
    }
}
