package io.scflocal.app.detail;

import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.LineArea;
import io.scflocal.app.lines.Run;
import io.scflocal.app.payload.Utf8;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is different between the selected frame and the one with which it is compared. */
final class DiffTab extends VBox {
    /** So many lines around a difference are shown of what is the same. */
    private static final int CONTEXT = 3;

    private final DiffViewModel model;
    private final Texts texts;
    private final Label headline = new Label();
    private final LineArea lines = new LineArea(false);

    DiffTab(DiffViewModel model, Texts texts, DetailLinks links) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("detail-page");
        headline.setWrapText(true);
        headline.setMinHeight(USE_PREF_SIZE);
        lines.setId("detail-diff-lines");
        lines.visibleProperty().bind(Bindings.createBooleanBinding(() -> hasLines(model), model.resultProperty()));
        setVgrow(lines, Priority.ALWAYS);
        Button use = button("detail.diff.use", "detail-diff-use");
        use.setOnAction(event -> model.compareWith(model.selectedProperty().get()));
        Button go = button("detail.diff.go", "detail-diff-go");
        go.disableProperty().bind(model.referenceProperty().lessThan(0));
        go.setOnAction(event -> links.showFrame(model.referenceProperty().get()));
        FlowPane actions = new FlowPane(use, go);
        actions.getStyleClass().add("detail-actions");
        getChildren().addAll(actions, headline, lines);
        model.resultProperty().addListener(property -> update());
        model.referenceProperty().addListener(property -> update());
        model.failedProperty().addListener(property -> update());
        update();
    }

    private static boolean hasLines(DiffViewModel model) {
        return model.resultProperty().get().flatMap(Comparison::steps).isPresent();
    }

    private Button button(String key, String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("small", "detail-action");
        button.textProperty().bind(texts.bind(key));
        return button;
    }

    /** Writes everything anew, for example in another language. */
    void update() {
        Optional<Comparison> result = model.resultProperty().get();
        headline.setText(result.map(this::headline).orElseGet(this::whyNothing));
        lines.show(result.flatMap(Comparison::steps).map(this::lines).orElse(List.of()));
    }

    private String whyNothing() {
        if (model.failedProperty().get()) {
            return texts.get("detail.diff.failed");
        }
        long reference = model.referenceProperty().get();
        if (reference < 0) {
            return texts.get("detail.diff.empty");
        }
        return reference == model.selectedProperty().get()
                ? texts.get("detail.diff.other", Long.toString(reference + 1))
                : texts.get("detail.diff.comparing");
    }

    private String headline(Comparison result) {
        List<String> words = new ArrayList<>();
        words.add(texts.get("detail.diff.frames", Long.toString(result.left() + 1), Long.toString(result.right() + 1)));
        if (result.steps().isEmpty()) {
            words.add(texts.get("detail.diff.tooDifferent"));
        } else if (result.isSame()) {
            words.add(texts.get("detail.diff.same"));
        } else {
            String basis = result.basis().name().toLowerCase(Locale.ROOT);
            words.add(texts.get(
                    "detail.diff.basis." + basis,
                    count(result, LineDiff.Change.REMOVED),
                    count(result, LineDiff.Change.ADDED)));
        }
        if (result.cut()) {
            words.add(texts.get("detail.diff.cut", Comparison.MAX_BYTES >> 20));
        }
        return String.join("\n", words);
    }

    private static String count(Comparison result, LineDiff.Change change) {
        return Formats.count(result.steps().orElseThrow().stream()
                .filter(step -> step.change() == change)
                .count());
    }

    private List<Line> lines(List<LineDiff.Step> steps) {
        List<Line> shown = new ArrayList<>();
        int from = 0;
        while (from < steps.size()) {
            int to = from;
            while (to < steps.size() && steps.get(to).change() == LineDiff.Change.SAME) {
                to++;
            }
            addSame(shown, steps, from, to);
            if (to < steps.size()) {
                shown.add(line(steps.get(to)));
            }
            from = to + 1;
        }
        return shown;
    }

    private void addSame(List<Line> shown, List<LineDiff.Step> steps, int from, int to) {
        int head = from == 0 ? 0 : CONTEXT;
        int tail = to == steps.size() ? 0 : CONTEXT;
        int left = to - from - head - tail;
        if (left < 2) {
            steps.subList(from, to).forEach(step -> shown.add(line(step)));
            return;
        }
        steps.subList(from, from + head).forEach(step -> shown.add(line(step)));
        shown.add(new Line(List.of(new Run(texts.get("detail.diff.skipped", Formats.count(left)), Run.Kind.MUTED))));
        steps.subList(to - tail, to).forEach(step -> shown.add(line(step)));
    }

    private static Line line(LineDiff.Step step) {
        String text = Utf8.oneLine(step.text(), Line.MAX_CHARS - 3);
        return switch (step.change()) {
            case SAME -> new Line(List.of(new Run("  " + text, Run.Kind.MUTED)));
            case REMOVED -> new Line(List.of(new Run("- " + text, Run.Kind.REMOVED)));
            case ADDED -> new Line(List.of(new Run("+ " + text, Run.Kind.ADDED)));
        };
    }
}
