package io.scflocal.app.logs;

import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.Run;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The rows of the log as they are drawn. */
final class LogLines extends AbstractList<Line> implements RandomAccess {
    private final List<LogRow> rows;
    private final Texts texts;

    LogLines(List<LogRow> rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Line get(int index) {
        LogRow row = rows.get(index);
        return row instanceof LogRow.Line line
                ? LogText.shown(line.line(), texts.messages())
                : new Line(List.of(new Run(earlier((LogRow.Earlier) row), Run.Kind.MUTED)));
    }

    private String earlier(LogRow.Earlier earlier) {
        String hidden = earlier.hidden() == 0 ? "" : texts.get("logs.hidden", Formats.count(earlier.hidden()));
        String dropped = earlier.dropped() == 0 ? "" : texts.get("logs.dropped", Formats.count(earlier.dropped()));
        return hidden.isEmpty() || dropped.isEmpty() ? hidden + dropped : hidden + " " + dropped;
    }
}
