package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.check.LineChange;
import io.scflocal.core.check.Preview;
import java.io.PrintStream;

/** Prints what a fix changes, line by line, with the characters visible that otherwise are not. */
final class ChangePrinter {
    private static final int MAX_LINES = 20;
    private static final String INDENT = "    ";

    private final PrintStream out;
    private final Ink ink;
    private final Messages messages;

    ChangePrinter(PrintStream out, Ink ink, Messages messages) {
        this.out = out;
        this.ink = ink;
        this.messages = messages;
    }

    void print(String title, Preview preview) {
        out.println(INDENT + title);
        preview.changes().stream().limit(MAX_LINES).forEach(change -> out.println(INDENT + line(change)));
        int more = preview.changes().size() - MAX_LINES;
        if (more > 0) {
            out.println(INDENT + ink.faint(messages.get("checks.fix.more", more)));
        }
    }

    private String line(LineChange change) {
        String text = (change.added() ? "+ " : "- ") + change.visibleText();
        return change.added() ? ink.good(text) : ink.bad(text);
    }
}
