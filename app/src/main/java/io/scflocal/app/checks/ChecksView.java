package io.scflocal.app.checks;

import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.check.Severity;
import io.scflocal.core.check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The side bar's section of checks: what is wrong first, then what is right. */
public final class ChecksView {
    private static final int MOST_PROBLEMS = 5;
    /** What people ask about first; the others are counted. */
    private static final List<Subject> SHOWN = List.of(Subject.EXECUTABLE, Subject.LINE_ENDINGS, Subject.LISTENING);

    private final ChecksViewModel model;
    private final Texts texts;
    private final VBox content = new VBox();
    private final VBox root;

    /** Shows {@code model}. */
    public ChecksView(ChecksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label title = new Label();
        title.textProperty().bind(texts.bind("checks.window.title"));
        title.getStyleClass().add("section-title");
        content.getStyleClass().add("checks");
        root = new VBox(title, content);
        root.getStyleClass().add("section");
        root.setId("checks");
        root.getStylesheets().add(ChecksView.class.getResource("checks.css").toExternalForm());
        model.rows().addListener((ListChangeListener<ProblemRow>) change -> fill());
        model.passedProperty().addListener((property, before, now) -> fill());
        texts.languageProperty().addListener((property, before, now) -> fill());
        fill();
    }

    /** The node to be placed. */
    public Region root() {
        return root;
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        List<ProblemRow> bad = model.rows().stream()
                .filter(row -> row.severity() != Severity.INFO && !model.isAboutInstances(row))
                .toList();
        bad.stream().limit(MOST_PROBLEMS).map(this::problem).forEach(nodes::add);
        if (bad.size() > MOST_PROBLEMS) {
            nodes.add(muted(texts.get("checks.window.more", bad.size() - MOST_PROBLEMS)));
        }
        nodes.addAll(passed());
        root.setVisible(!nodes.isEmpty());
        root.setManaged(!nodes.isEmpty());
        content.getChildren().setAll(nodes);
    }

    private List<Node> passed() {
        CheckTexts words = new CheckTexts(texts.messages());
        List<Node> nodes = new ArrayList<>();
        SHOWN.stream()
                .filter(model.passedProperty().get()::contains)
                .forEach(subject -> nodes.add(row("✓", "passed", new Label(words.passed(subject)))));
        List<Subject> others = model.passedProperty().get().stream()
                .filter(subject -> !SHOWN.contains(subject))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            Label more = muted(texts.get("checks.window.passed", others.size()));
            more.setTooltip(new Tooltip(others.stream().map(words::passed).collect(Collectors.joining("\n"))));
            nodes.add(row("✓", "passed", more));
        }
        return nodes;
    }

    private Node problem(ProblemRow row) {
        Label what = new Label(row.what().apply(texts.messages()));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        String more = row.why().apply(texts.messages()) + "\n" + row.todo().apply(texts.messages());
        Tooltip tooltip = new Tooltip(more.strip());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        if (!more.isBlank()) {
            what.setTooltip(tooltip);
        }
        VBox text = new VBox(what);
        HBox below = new HBox();
        below.getStyleClass().add("problem-place");
        if (!row.place().isEmpty()) {
            Label place = muted(row.place());
            place.getStyleClass().add("mono");
            below.getChildren().add(place);
        }
        row.fix().ifPresent(fix -> below.getChildren().add(new FixButton(model, texts, fix)));
        if (row.installable()) {
            below.getChildren().add(ProblemsView.installLink(model, texts));
        }
        if (!below.getChildren().isEmpty()) {
            text.getChildren().add(below);
        }
        boolean error = row.severity() == Severity.ERROR;
        return row(error ? "✕" : "▲", error ? "error" : "warning", text);
    }

    private static HBox row(String sign, String style, Region text) {
        Label glyph = new Label(sign);
        glyph.getStyleClass().addAll("check-sign", style);
        glyph.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(glyph, text);
        row.getStyleClass().add("check");
        return row;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
