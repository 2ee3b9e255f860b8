package io.scflocal.app.function;

import io.scflocal.app.fx.TextClipboard;
import io.scflocal.app.text.Amounts;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceNotice.Kind;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.platform.ColdStart;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The instances one below the other, each with its state and memory, and what is not as in the cloud about them. */
final class InstancesPane extends VBox {
    /** More would push everything else out of the side bar. */
    private static final int MOST = 8;

    private static final Set<Kind> NOT_ISOLATED = EnumSet.of(Kind.NO_SANDBOX, Kind.SHARED_PROCESS);

    private final Texts texts;
    private final VBox badges = new VBox();
    private final VBox rows = new VBox();
    private final Label more = muted();

    InstancesPane(FunctionViewModel model, Texts texts) {
        this.texts = texts;
        setId("instances");
        getStyleClass().add("instances");
        badges.getStyleClass().add("instances");
        rows.getStyleClass().add("instances");
        getChildren().addAll(badges, rows, more);
        model.instancesProperty().subscribe(this::showInstances);
        model.noticesProperty().subscribe(this::showNotices);
        texts.languageProperty().addListener((property, before, now) -> {
            showInstances(model.instancesProperty().get());
            showNotices(model.noticesProperty().get());
        });
    }

    private void showNotices(List<InstanceNotice> notices) {
        badges.getChildren().clear();
        if (notices.stream().map(InstanceNotice::kind).anyMatch(NOT_ISOLATED::contains)) {
            Label badge = new Label(texts.get("instances.not-isolated"));
            badge.setId("not-isolated");
            badge.getStyleClass().add("warning");
            badges.getChildren().add(badge);
        }
        notices.forEach(notice -> badges.getChildren().add(told(notice)));
    }

    private Label told(InstanceNotice notice) {
        PlatformTexts words = new PlatformTexts(texts.messages());
        Label label = muted();
        label.setText(words.notice(notice));
        label.setWrapText(true);
        words.noticeTodo(notice).ifPresent(todo -> label.setTooltip(tip(todo)));
        return label;
    }

    /** Rows stay what they are while only their values change, so that a tooltip is not taken away under the mouse. */
    private void showInstances(List<InstanceView> instances) {
        int shown = Math.min(MOST, instances.size());
        while (rows.getChildren().size() < shown) {
            rows.getChildren().add(new Row());
        }
        rows.getChildren().remove(shown, rows.getChildren().size());
        for (int i = 0; i < shown; i++) {
            ((Row) rows.getChildren().get(i)).show(instances.get(i));
        }
        more.setText(texts.get("instances.more", instances.size() - shown));
        more.setVisible(instances.size() > shown);
        more.setManaged(instances.size() > shown);
    }

    private final class Row extends VBox {
        private final Label name = new Label();
        private final Label state = muted();
        private final Label memory = muted();
        private final Tooltip story = tip("");

        private final HBox debugging = new HBox(8);
        private final Label address = muted();
        private String copied = "";

        Row() {
            name.getStyleClass().add("instance-id");
            memory.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox line = new HBox(8, name, state, space, memory);
            line.setAlignment(Pos.CENTER_LEFT);
            Tooltip.install(line, story);
            debugging.setAlignment(Pos.CENTER_LEFT);
            debugging.getChildren().addAll(address, copyButton());
            getChildren().addAll(line, debugging);
        }

        private Button copyButton() {
            Button copy = new Button();
            copy.setGraphic(new FontIcon("fth-copy"));
            copy.getStyleClass().addAll("button-icon", "flat", "small");
            copy.accessibleTextProperty().bind(texts.bind("instances.debug.copy"));
            Tooltip what = tip("");
            what.textProperty().bind(texts.bind("instances.debug.copy"));
            copy.setTooltip(what);
            copy.setOnAction(event -> TextClipboard.put(copied));
            return copy;
        }

        void show(InstanceView instance) {
            name.setText(instance.id());
            state.setText(texts.get("instances.state." + instance.state().id(), instance.connections()));
            memory.setText(instance.memoryBytes() == 0 ? "" : Quantities.bytes(instance.memoryBytes()));
            story.setText(story(instance));
            Optional<InstanceView.Debugging> debugged = instance.debugging();
            debugged.ifPresent(this::show);
            debugging.setVisible(debugged.isPresent());
            debugging.setManaged(debugged.isPresent());
        }

        private void show(InstanceView.Debugging how) {
            copied = "127.0.0.1:" + how.port();
            address.setText(
                    texts.get(how.attached() ? "instances.debug.address.attached" : "instances.debug.address", copied));
            if (how.attached()) {
                state.setText(texts.get("instances.debug.paused"));
            }
        }
    }

    private String story(InstanceView instance) {
        String start = instance.coldStart()
                .map(ColdStart::total)
                .map(took -> Long.toString(took.toMillis()))
                .orElse("—");
        String separation = texts.get("instances.separation."
                + instance.separation().map(Separation::id).orElse("unknown"));
        return texts.get(
                "instances.story",
                instance.id(),
                Long.toString(instance.pid()),
                Amounts.elapsed(instance.age().toNanos()),
                start,
                separation);
    }

    private static Label muted() {
        Label label = new Label();
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private static Tooltip tip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        return tooltip;
    }
}
