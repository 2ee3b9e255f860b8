package io.scflocal.app.shell;

import io.scflocal.app.fx.TextClipboard;
import io.scflocal.app.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says that something went wrong that nobody foresaw, with details that can be copied into a report. */
final class UnexpectedErrorCard {
    private static final double WIDTH = 620;
    private static final int DETAIL_ROWS = 12;

    private final VBox root = new VBox();
    private final Button close = new Button();

    UnexpectedErrorCard(Throwable error, Texts texts, Runnable onClose) {
        String details = details(error);
        Label title = new Label(texts.get("shell.unexpected.title"));
        title.getStyleClass().add("overlay-title");
        Label text = new Label(texts.get("shell.unexpected.text"));
        text.setWrapText(true);
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setPrefRowCount(DETAIL_ROWS);
        area.getStyleClass().add("mono");
        TitledPane pane = new TitledPane(texts.get("shell.unexpected.details"), area);
        pane.setExpanded(false);
        pane.setAnimated(false);
        Button copy = new Button(texts.get("shell.unexpected.copy"));
        copy.setOnAction(event -> TextClipboard.put(details));
        close.setText(texts.get("shell.unexpected.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> onClose.run());
        HBox buttons = new HBox(8, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        root.setId("unexpected-error");
        root.getStyleClass().addAll("overlay-card", "unexpected-error");
        root.setPrefWidth(WIDTH);
        root.getChildren().addAll(title, text, pane, buttons);
    }

    Region root() {
        return root;
    }

    void requestFocus() {
        close.requestFocus();
    }

    private static String details(Throwable error) {
        StringWriter text = new StringWriter();
        text.append("SCF Local ")
                .append(String.valueOf(UnexpectedErrorCard.class.getPackage().getImplementationVersion()))
                .append(", Java ")
                .append(System.getProperty("java.version"))
                .append(", ")
                .append(System.getProperty("os.name"))
                .append("\n\n");
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
