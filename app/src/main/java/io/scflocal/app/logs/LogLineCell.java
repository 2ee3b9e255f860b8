package io.scflocal.app.logs;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.LogLine;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A row of the log: time, request id and text, coloured by who wrote it. */
final class LogLineCell extends ListCell<LogRow> {
    private final Texts texts;
    private final Label time = label("log-time");
    private final Label requestId = label("log-request-id");
    private final Label text = label("log-text");
    private final Label more = label("log-more");
    private final HBox line = new HBox(time, requestId, text, more);
    private String source = "";

    LogLineCell(Texts texts) {
        this.texts = texts;
        line.getStyleClass().add("log-line");
        getStyleClass().addAll("log-cell", "mono");
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        // Never shortened: what is too long is reached by scrolling.
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    @Override
    protected void updateItem(@Nullable LogRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setText(null);
            colour("");
        } else if (row instanceof LogRow.Line shown) {
            show(shown.line());
        } else if (row instanceof LogRow.Earlier earlier) {
            setGraphic(null);
            setText(earlier(earlier));
            colour("earlier");
        }
    }

    private void show(LogLine shown) {
        time.setText(LogText.time(shown));
        requestId.setText(LogText.shortId(shown.requestId()));
        text.setText(LogText.shown(shown));
        int cut = LogText.cut(shown);
        more.setText(cut == 0 ? "" : texts.get("logs.more", Formats.count(cut)));
        setText(null);
        setGraphic(line);
        colour(LogText.styleClass(shown));
    }

    private String earlier(LogRow.Earlier earlier) {
        String hidden = earlier.hidden() == 0
                ? ""
                : texts.get("logs.hidden", Formats.count(earlier.hidden()), Formats.count(LogViewModel.WINDOW));
        String dropped = earlier.dropped() == 0 ? "" : texts.get("logs.dropped", Formats.count(earlier.dropped()));
        return hidden.isEmpty() || dropped.isEmpty() ? hidden + dropped : hidden + " " + dropped;
    }

    private void colour(String nextSource) {
        if (!nextSource.equals(source)) {
            getStyleClass().remove(source);
            if (!nextSource.isEmpty()) {
                getStyleClass().add(nextSource);
            }
            source = nextSource;
        }
    }
}
