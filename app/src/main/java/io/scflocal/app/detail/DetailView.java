package io.scflocal.app.detail;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.LazyTab;
import io.scflocal.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/** The selected frame in tabs. Only the tab that is open is filled. */
public final class DetailView extends StackPane {
    private static final List<String> TABS = List.of("message", "hex", "frame", "handshake", "close", "diff");
    private static final int DIFF = TABS.indexOf("diff");

    private final DetailViewModel model;
    private final Texts texts;
    private final TabPane tabs = new TabPane();
    private final MessageTab message;
    private final HexTab hex;
    private final FrameTab frame;
    private final HandshakeTab handshake;
    private final CloseTab close;
    private final DiffTab diff;

    /** Shows what {@code model} holds. */
    public DetailView(DetailViewModel model, Texts texts, DetailLinks links, Desktop desktop) {
        this.model = model;
        this.texts = texts;
        message = new MessageTab(model, texts, desktop, links);
        hex = new HexTab(texts);
        frame = new FrameTab(texts);
        handshake = new HandshakeTab(texts);
        close = new CloseTab(texts);
        diff = new DiffTab(model.diff(), texts, links);
        getStyleClass().add("frame-detail");
        getStylesheets().add(DetailView.class.getResource("detail.css").toExternalForm());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Node[] pages = {message, hex, frame, handshake, close, diff};
        for (int i = 0; i < pages.length; i++) {
            tabs.getTabs().add(tab("detail.tab." + TABS.get(i), pages[i]));
        }
        getChildren().addAll(empty(), tabs);
        tabs.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.detailProperty().get().isPresent(), model.detailProperty()));
        model.detailProperty().addListener((property, before, now) -> update());
        texts.languageProperty().addListener((property, before, now) -> update());
        model.diff().ordersProperty().addListener(property -> open(DIFF));
        tabs.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> update());
    }

    /** What the user can do with the selected frame, anywhere in the window. */
    public Action[] actions() {
        List<Action> actions = new ArrayList<>(message.actions());
        for (int i = 0; i < TABS.size(); i++) {
            int index = i;
            actions.add(Action.of(
                    ActionGroup.DETAIL, "detail.action." + TABS.get(i), "Shortcut+" + (i + 1), () -> open(index)));
        }
        BooleanBinding shown =
                Bindings.createBooleanBinding(() -> model.detailProperty().get().isPresent(), model.detailProperty());
        return actions.stream().map(action -> action.when(shown)).toArray(Action[]::new);
    }

    private void open(int tab) {
        tabs.getSelectionModel().select(tab);
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.setId(key.replace('.', '-'));
        tab.textProperty().bind(texts.bind(key));
        LazyTab.fill(tab, () -> content);
        return tab;
    }

    private Label empty() {
        Label label = new Label();
        label.getStyleClass().addAll("muted", "detail-empty");
        label.setWrapText(true);
        label.textProperty()
                .bind(Bindings.createStringBinding(this::emptyText, texts.languageProperty(), model.noticeProperty()));
        label.visibleProperty().bind(tabs.visibleProperty().not());
        return label;
    }

    private String emptyText() {
        return model.noticeProperty()
                .get()
                .map(notice -> texts.get(notice.key(), notice.argument()))
                .orElseGet(() -> texts.get("detail.empty"));
    }

    private void update() {
        model.detailProperty().get().ifPresent(this::show);
    }

    private void show(FrameDetail detail) {
        switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> message.show(detail);
            case 1 -> hex.show(detail);
            case 2 -> frame.show(detail);
            case 3 -> handshake.show(detail);
            case 4 -> close.show(detail);
            default -> diff.update();
        }
    }
}
