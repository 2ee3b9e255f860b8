package io.scflocal.app.pack;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.Showing;
import io.scflocal.app.fx.WrappedLabel;
import io.scflocal.app.pack.PackViewModel.Look;
import io.scflocal.app.pack.PackViewModel.Outcome;
import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.PackTexts;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import io.scflocal.core.check.Finding;
import io.scflocal.core.pack.PackPlan;
import io.scflocal.core.platform.PlatformLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card with which the open function is packed for the cloud. In the language of the moment. JavaFX thread only. */
public final class PackCard {
    private static final double WIDTH = 760;
    private static final double LIST_HEIGHT = 150;
    private static final double MOST_FINDINGS_HEIGHT = 130;

    private final PackViewModel model;
    private final Texts texts;
    private final Desktop desktop;
    private final VBox root = new VBox();
    private final VBox body = new VBox(12);
    private final VBox told = new VBox(2);
    private final Button pack = new Button();

    /**
     * Begins to look at the folder.
     *
     * @param serverless shows what serverless.yml should say
     * @param close takes the card away
     */
    public PackCard(PackViewModel model, Texts texts, Desktop desktop, Runnable serverless, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.desktop = desktop;
        root.setId("pack-card");
        root.getStyleClass().add("overlay-card");
        root.setPrefWidth(WIDTH);
        told.setId("pack-told");
        root.getChildren().addAll(title(), body, target(), told, progress(), buttons(serverless, close));
        model.lookProperty().subscribe(now -> now.ifPresentOrElse(this::show, this::showLooking));
        model.outcomeProperty().subscribe(now -> tell(now));
        root.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                model.cancel();
            }
        });
        model.look();
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    private Label title() {
        Label title = new Label(texts.get("pack.window.title", model.folder().name()));
        title.getStyleClass().add("overlay-title");
        return title;
    }

    private void showLooking() {
        body.getChildren().setAll(new WrappedLabel(texts.get("pack.window.looking"), "muted"));
    }

    private void show(Look look) {
        body.getChildren()
                .setAll(section("pack.window.checks"), findings(look.report().findings()));
        if (look.report().hasErrors()) {
            CheckBox force = new CheckBox(texts.get("pack.window.force"));
            force.setId("pack-force");
            force.selectedProperty().bindBidirectional(model.forceProperty());
            body.getChildren().add(force);
        }
        HBox lists = new HBox(
                16,
                list(
                        "pack.window.in",
                        look.plan().files().stream()
                                .map(file -> file.name() + "   " + Quantities.bytes(file.bytes()))
                                .toList()),
                list("pack.window.out", look.plan().ignored()));
        body.getChildren().addAll(section("pack.window.size"), size(look.plan()), lists);
        body.getChildren().add(new WrappedLabel(texts.get("pack.window.ignore"), "muted"));
    }

    private Node findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new WrappedLabel(texts.get("checks.summary.clean"), "muted");
        }
        VBox rows = new VBox(4);
        findings.forEach(finding -> rows.getChildren().add(finding(finding)));
        ScrollPane pane = new ScrollPane(rows);
        pane.setFitToWidth(true);
        pane.setMaxHeight(MOST_FINDINGS_HEIGHT);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    private HBox finding(Finding finding) {
        CheckTexts words = new CheckTexts(texts.messages());
        Label severity = new Label(words.severity(finding.severity()));
        severity.setMinWidth(Region.USE_PREF_SIZE);
        severity.getStyleClass()
                .add(
                        switch (finding.severity()) {
                            case ERROR -> "danger";
                            case WARNING -> "warning";
                            case INFO -> "muted";
                        });
        Label place = new Label(finding.place());
        place.getStyleClass().addAll("mono", "muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new WrappedLabel(words.what(finding));
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(8, severity, what, place);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Label size(PackPlan plan) {
        Label size = new WrappedLabel(texts.get(
                plan.tooLarge() ? "pack.window.tooLarge" : "pack.window.fits",
                plan.files().size(),
                Quantities.bytes(plan.contentBytes()),
                PlatformLimits.MAX_CODE_MB,
                PlatformLimits.MAX_ZIP_MB));
        size.setId("pack-size");
        if (plan.tooLarge()) {
            size.getStyleClass().add("danger");
        }
        return size;
    }

    private VBox list(String key, List<String> names) {
        ListView<String> list = new ListView<>();
        list.setId(key.replace('.', '-'));
        list.getItems().setAll(names);
        list.setPrefHeight(LIST_HEIGHT);
        list.getStyleClass().addAll("mono", "dense");
        list.setPlaceholder(new WrappedLabel(texts.get("pack.window.nothing"), "muted"));
        Label title = new Label(texts.get(key, names.size()));
        title.getStyleClass().add("section-title");
        title.setLabelFor(list);
        VBox box = new VBox(4, title, list);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(WIDTH / 2);
        return box;
    }

    private HBox target() {
        TextField field = new TextField();
        field.setId("pack-target");
        field.textProperty().bindBidirectional(model.targetProperty());
        field.getStyleClass().add("mono");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label label = new Label(texts.get("pack.window.target"));
        label.setLabelFor(field);
        Button choose = button("pack.window.choose", () -> desktop.save(
                        texts.get("pack.window.target"), model.folder().name() + ".zip")
                .ifPresent(file -> model.targetProperty().set(file.toString())));
        HBox row = new HBox(8, label, field, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = button("pack.window.cancel", model::cancel);
        cancel.setId("pack-cancel");
        HBox row = new HBox(8, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        Showing.showWhile(row, is(Outcome.Running.class));
        return row;
    }

    private HBox buttons(Runnable serverless, Runnable close) {
        Button show = button("pack.window.show", () -> {
            if (model.outcomeProperty().get() instanceof Outcome.Packed packed) {
                packed(packed.file());
            }
        });
        show.setId("pack-show");
        Showing.showWhile(show, is(Outcome.Packed.class));
        pack.setId("pack-now");
        pack.setText(texts.get("pack.window.pack"));
        pack.setMinWidth(Region.USE_PREF_SIZE);
        pack.setDefaultButton(true);
        pack.disableProperty().bind(model.packable().not());
        pack.setOnAction(event -> model.pack());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(
                8, button("serverless.open", serverless), space, show, button("pack.window.close", close), pack);
    }

    private void packed(Path file) {
        Stream.ofNullable(file.getParent()).forEach(desktop::show);
    }

    private ObservableValue<Boolean> is(Class<? extends Outcome> kind) {
        return model.outcomeProperty().map(kind::isInstance);
    }

    private void tell(Outcome outcome) {
        List<Label> lines = List.of();
        if (outcome instanceof Outcome.Packed packed) {
            lines = new PackTexts(texts.messages())
                    .lines(packed.file(), packed.result()).stream()
                            .<Label>map(line -> new WrappedLabel(line))
                            .toList();
            lines.get(0).getStyleClass().add("success");
        } else if (outcome instanceof Outcome.Failed failed) {
            lines = List.of(new WrappedLabel(texts.get("pack.failed", failed.reason())));
            lines.get(0).getStyleClass().add("danger");
        }
        told.getChildren().setAll(lines);
        told.setManaged(!lines.isEmpty());
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Label section(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("section-title");
        return title;
    }
}
