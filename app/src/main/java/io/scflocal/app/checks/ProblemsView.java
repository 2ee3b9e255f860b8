package io.scflocal.app.checks;

import io.scflocal.app.fx.WrappedLabel;
import io.scflocal.app.text.Texts;
import io.scflocal.core.check.Severity;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tab of all problems: each with what, where, why it matters, and what to do. */
public final class ProblemsView {
    private final ChecksViewModel model;
    private final Texts texts;
    private final VBox list = new VBox();
    private final VBox root;

    /** Shows {@code model}. */
    public ProblemsView(ChecksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.getStyleClass().add("problems");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(new InstallPane(model.installation(), texts), scroll);
        root.setId("problems");
        root.getStylesheets().add(ProblemsView.class.getResource("checks.css").toExternalForm());
        model.rows().addListener((ListChangeListener<ProblemRow>) change -> fill());
        texts.languageProperty().addListener((property, before, now) -> fill());
        fill();
    }

    /** The node to be placed. */
    public Region root() {
        return root;
    }

    /** The tab's title, with the number of problems. */
    public ObservableValue<String> title() {
        return texts.bind("checks.window.tab", Bindings.size(model.rows()));
    }

    private void fill() {
        list.getChildren().setAll(model.rows().stream().map(this::row).toList());
        if (model.rows().isEmpty()) {
            Label nothing = new Label(texts.get("checks.summary.clean"));
            nothing.getStyleClass().addAll("muted", "empty-text");
            list.getChildren().add(nothing);
        }
    }

    private Node row(ProblemRow row) {
        Label sign = new Label(texts.get("checks.severity." + row.severity()));
        sign.getStyleClass().addAll("severity", style(row.severity()));
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new WrappedLabel(row.what().apply(texts.messages()), "problem-what");
        HBox first = new HBox(sign, what);
        if (!row.place().isEmpty()) {
            Label place = new Label(row.place());
            place.getStyleClass().addAll("mono", "muted");
            place.setMinWidth(Region.USE_PREF_SIZE);
            first.getChildren().add(place);
        }
        row.fix().ifPresent(fix -> first.getChildren().add(new FixButton(model, texts, fix)));
        if (row.installable()) {
            first.getChildren().add(installLink(model, texts));
        }
        first.getStyleClass().add("problem-line");
        VBox box = new VBox(first);
        addText(box, row.why().apply(texts.messages()), "muted");
        addText(box, row.todo().apply(texts.messages()), "problem-todo");
        box.getStyleClass().add("problem-row");
        return box;
    }

    /** Offers to install what is missing. */
    static Hyperlink installLink(ChecksViewModel model, Texts texts) {
        Hyperlink link = new Hyperlink();
        link.textProperty().bind(texts.bind("checks.install.button"));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.getStyleClass().addAll("fix-button", "install-button");
        link.setOnAction(event -> model.install());
        return link;
    }

    private static void addText(VBox box, String text, String style) {
        if (!text.isEmpty()) {
            box.getChildren().add(new WrappedLabel(text, style));
        }
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "muted";
        };
    }
}
