package io.scflocal.app.connections;

import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.InvocationEnd;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** "Why did it end?" for the selected connection; takes no room while that one is open or none is selected. */
final class EndCard extends VBox {
    /** The last facts, what passed each way, stand in the table, too, and give way first. */
    private static final int COUNTS = 2;

    private final Texts texts;
    private final ObservableValue<@Nullable ConnectionSnapshot> shown;
    private final Label number = new Label();
    private final Label status = new Label();
    private final Label cause = oneLine("end-cause");
    private final Label todo = oneLine("end-todo");
    private final HBox facts = new HBox();

    EndCard(ConnectionsViewModel viewModel, Texts texts) {
        this.texts = texts;
        shown = viewModel.selectedProperty().flatMap(ConnectionRow::snapshotProperty);
        setId("endCard");
        getStyleClass().add("end-card");
        facts.getStyleClass().add("end-facts");
        facts.setMinWidth(0);
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(texts.bind("connections.card.title"));
        number.getStyleClass().add("muted");
        status.getStyleClass().add("end-status");
        HBox head = new HBox(title, number, status);
        head.getStyleClass().add("end-head");
        getChildren().addAll(head, cause, todo, facts);
        shown.subscribe(snapshot -> show(snapshot));
        texts.languageProperty().addListener((property, before, now) -> show(shown.getValue()));
    }

    /** Cut where the window is narrow, and whole in the tooltip: the card's height must not depend on its width. */
    private static Label oneLine(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
        return label;
    }

    private void show(@Nullable ConnectionSnapshot snapshot) {
        boolean ended = snapshot != null && snapshot.end().isPresent();
        setVisible(ended);
        setManaged(ended);
        if (snapshot != null && ended) {
            tell(snapshot, snapshot.end().orElseThrow());
        }
    }

    private void tell(ConnectionSnapshot snapshot, InvocationEnd end) {
        EndStory story = EndStory.of(snapshot, end, texts.messages());
        number.setText("#" + snapshot.invocation().connection());
        status.setText(story.status());
        StatusStyle.set(status, snapshot);
        cause.setText(story.cause());
        todo.setText(story.todo());
        List<HBox> boxes = story.facts().stream().map(EndCard::fact).toList();
        boxes.subList(0, boxes.size() - COUNTS).forEach(box -> box.setMinWidth(USE_PREF_SIZE));
        facts.getChildren().setAll(boxes);
    }

    private static HBox fact(EndStory.Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(name, new Label(fact.value()));
        box.getStyleClass().add("end-fact");
        return box;
    }
}
