package io.scflocal.app.shell;

import io.scflocal.app.fx.Theme;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What is set for the whole application: colours, language and captures. JavaFX thread only. */
public final class ApplicationPane {
    private static final double LABEL_WIDTH = 190;
    private static final double FIELD_WIDTH = 150;

    private final Texts texts;
    private final VBox root = new VBox();

    /**
     * Shows {@code preferences}; a choice holds at once.
     *
     * @param captures where captures are kept
     * @param language is run when another language is in force
     */
    public ApplicationPane(Preferences preferences, Region captures, Runnable language) {
        texts = preferences.texts();
        ComboBox<Theme> themes =
                box("theme", Theme.values(), theme -> texts.get("settings.theme." + theme.name()), preferences::choose);
        themes.setValue(preferences.appearance().themeProperty().get());
        ComboBox<Language> languages = box("language", Language.values(), Language::ownName, chosen -> {
            if (chosen != texts.languageProperty().get()) {
                preferences.choose(chosen);
                language.run();
            }
        });
        languages.setValue(texts.languageProperty().get());
        root.setId("application-settings");
        root.getStyleClass().add("settings-rows");
        root.getChildren().addAll(row("theme", themes), row("language", languages), captures);
    }

    /** What to put among other settings. */
    public Region root() {
        return root;
    }

    private <T> ComboBox<T> box(String name, T[] values, Function<T, String> words, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("application-" + name);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
        box.setPrefWidth(FIELD_WIDTH);
        box.setOnAction(event -> chosen.accept(box.getValue()));
        return box;
    }

    private HBox row(String name, ComboBox<?> box) {
        Label label = new Label(texts.get("settings." + name));
        label.setMinWidth(LABEL_WIDTH);
        label.setLabelFor(box);
        HBox row = new HBox(label, box);
        row.getStyleClass().add("settings-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
