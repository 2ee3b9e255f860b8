package io.scflocal.app.detail;

import io.scflocal.app.decode.Format;
import io.scflocal.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Chooses as what a payload is shown; its own text says what it is shown as. */
final class FormatBox extends MenuButton {
    private final DetailViewModel model;
    private final Texts texts;

    FormatBox(DetailViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("detail-format");
        getStyleClass().add("format-box");
    }

    /** Shows as what the payload was read. */
    void show(List<Format> formats) {
        Optional<Format> chosen = model.chosenFormat();
        String names =
                formats.stream().map(format -> texts.get(format.textKey())).collect(Collectors.joining(" › "));
        setText(chosen.isPresent() ? names : texts.get("detail.format.auto", names));
        ToggleGroup group = new ToggleGroup();
        getItems()
                .setAll(
                        item(group, texts.get("detail.format.guess"), Optional.empty(), chosen),
                        new SeparatorMenuItem());
        for (Format format : Format.values()) {
            getItems().add(item(group, texts.get(format.textKey()), Optional.of(format), chosen));
        }
    }

    private RadioMenuItem item(ToggleGroup group, String text, Optional<Format> format, Optional<Format> chosen) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(format.equals(chosen));
        item.setOnAction(event -> model.choose(format));
        return item;
    }
}
