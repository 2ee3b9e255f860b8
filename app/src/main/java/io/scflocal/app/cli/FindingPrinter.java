package io.scflocal.app.cli;

import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.core.check.CheckReport;
import io.scflocal.core.check.Finding;
import io.scflocal.core.check.Severity;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Prints findings for people: what and where in one line, why and what to do below it. */
final class FindingPrinter {
    private static final String INDENT = "    ";

    private final PrintStream out;
    private final Ink ink;
    private final Messages messages;
    private final CheckTexts texts;

    FindingPrinter(PrintStream out, Ink ink, Messages messages) {
        this.out = out;
        this.ink = ink;
        this.messages = messages;
        texts = new CheckTexts(messages);
    }

    void print(Finding finding) {
        String place = finding.place().isEmpty() ? "" : ink.strong(finding.place()) + "  ";
        out.println(severity(finding.severity()) + "  " + place + texts.what(finding));
        out.println(INDENT + ink.faint(messages.get("checks.why", texts.why(finding))));
        out.println(INDENT + messages.get("checks.todo", texts.todo(finding)));
        finding.fix().ifPresent(fix -> out.println(INDENT + ink.good(messages.get("checks.fix", texts.fix(fix)))));
    }

    void summary(CheckReport report) {
        if (!report.passed().isEmpty()) {
            String passed = report.passed().stream()
                    .sorted()
                    .map(texts::passed)
                    .collect(Collectors.joining(messages.get("checks.separator")));
            out.println(ink.good(messages.get("checks.passed", passed)));
        }
        out.println(
                report.findings().isEmpty()
                        ? messages.get("checks.summary.clean")
                        : messages.get(
                                "checks.summary",
                                count(report, Severity.ERROR),
                                count(report, Severity.WARNING),
                                count(report, Severity.INFO)));
    }

    private static long count(CheckReport report, Severity severity) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private String severity(Severity severity) {
        String word = texts.severity(severity);
        return switch (severity) {
            case ERROR -> ink.bad(word);
            case WARNING -> ink.doubtful(word);
            case INFO -> ink.faint(word);
        };
    }
}
