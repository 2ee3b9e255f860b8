package io.scflocal.app.traffic;

import io.scflocal.app.filter.FilterViewModel;
import io.scflocal.app.payload.Content;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.FrameRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with one frame of the list: ask for frames like it. */
final class FrameMenu extends ContextMenu {
    private final FilterViewModel filter;
    private final Texts texts;

    FrameMenu(TrafficViewModel model, Texts texts, Consumer<FrameCopy.Form> copy) {
        this.filter = model.filter();
        this.texts = texts;
        FrameRecord frame = model.reader().frame(model.selectedFrameProperty().get());
        add("traffic.menu.direction", FrameTerms.direction(frame));
        add("traffic.menu.opcode", FrameTerms.opcode(frame));
        FrameTerms.jsonType(Content.of(model.reader(), frame)).ifPresent(term -> add("traffic.menu.type", term));
        String connection = Integer.toString(frame.connection());
        add(texts.get("traffic.menu.connection", connection), () -> model.showConnection(frame.connection()));
        getItems().addAll(hide(model, frame), new SeparatorMenuItem());
        add(texts.get("frames.copy.text"), () -> copy.accept(FrameCopy.Form.PAYLOADS));
        add(texts.get("frames.copy.jsonl"), () -> copy.accept(FrameCopy.Form.JSON_LINES));
        if (model.choice().pair().thereProperty().get()) {
            add(texts.get("frames.action.compare"), model.choice().pair()::compare);
        }
        getItems().add(new SeparatorMenuItem());
        add(texts.get(model.marks().isMarked(frame.number()) ? "frames.unmark" : "frames.mark"), model::toggleMark);
        add(texts.get("frames.reference"), () -> model.settings().countFrom(frame.number()));
    }

    private Menu hide(TrafficViewModel model, FrameRecord frame) {
        Menu menu = new Menu(texts.get("frames.hide"));
        List<String> terms = new ArrayList<>(
                List.of(FrameTerms.direction(frame), FrameTerms.opcode(frame), "conn == " + frame.connection()));
        FrameTerms.jsonType(Content.of(model.reader(), frame)).ifPresent(terms::add);
        terms.forEach(term -> menu.getItems().add(item("!(" + term + ")", () -> filter.add("!(" + term + ")"))));
        return menu;
    }

    private void add(String key, String term) {
        add(texts.get(key, term), () -> filter.add(term));
    }

    private void add(String text, Runnable action) {
        getItems().add(item(text, action));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        // An underscore in a term is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
