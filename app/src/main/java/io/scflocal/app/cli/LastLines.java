package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the function printed last, for those who look for the reason of a failed test. */
final class LastLines {
    private static final int MAX_LINES = 40;
    private static final Set<LogSource> SOURCES = EnumSet.of(LogSource.STDOUT, LogSource.STDERR);

    private final Messages messages;

    LastLines(Messages messages) {
        this.messages = messages;
    }

    void print(InvocationLog log, PrintStream target) {
        List<LogLine> lines = log.lines(log.firstNumber(), Integer.MAX_VALUE).stream()
                .filter(line -> SOURCES.contains(line.source()))
                .toList();
        if (!lines.isEmpty()) {
            target.println(messages.get("exec.lastLines"));
            lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size())
                    .forEach(line -> target.println("  " + ConsoleEvents.printable(line.text())));
        }
    }
}
