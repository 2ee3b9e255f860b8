package io.scflocal.app.text;

import io.scflocal.core.check.Finding;
import io.scflocal.core.check.Fix;
import io.scflocal.core.check.Severity;
import io.scflocal.core.check.Subject;

/**
 * Says in plain words what the checks of a folder have found; the window and the command line say it in the same words.
 *
 * @param messages the texts of one language
 */
public record CheckTexts(Messages messages) {
    private static final String PROBLEM = "checks.problem.";

    /** What is wrong: one sentence. */
    public String what(Finding finding) {
        return text(finding, "");
    }

    /** Why it matters in the cloud. */
    public String why(Finding finding) {
        return text(finding, ".why");
    }

    /** What the author can do about it. */
    public String todo(Finding finding) {
        return text(finding, ".todo");
    }

    /** How bad it is, in a word. */
    public String severity(Severity severity) {
        return messages.get("checks.severity." + severity);
    }

    /** What a fix does, in a few words. */
    public String fix(Fix fix) {
        return messages.get("checks.fix." + fix.kind());
    }

    /** What was looked at without finding anything wrong, in a few words. */
    public String passed(Subject subject) {
        return messages.get("checks.passed." + subject);
    }

    private String text(Finding finding, String part) {
        return messages.get(
                PROBLEM + finding.kind() + part,
                finding.arguments().stream().map(CheckTexts::argument).toArray());
    }

    /** Numbers that are counted with are numbers to the texts, too. */
    private static Object argument(String text) {
        return text.matches("\\d{1,3}") ? (Object) Integer.valueOf(text) : text;
    }
}
