package io.scflocal.app.action;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The actions that fit what is typed into the command palette.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class PaletteViewModel {
    private final Actions actions;
    private final Texts texts;
    private final Messages otherLanguage;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<Action> hits = FXCollections.observableArrayList();

    /** Looks among {@code actions}, by their texts in both languages: many who read Chinese menus type English commands. */
    public PaletteViewModel(Actions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        Language shown = texts.languageProperty().get();
        otherLanguage = Messages.in(shown.other());
        query.addListener((property, before, now) -> find());
        find();
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What can be done now and has every typed word in its text or its heading, in either language. */
    public ObservableList<Action> hits() {
        return FXCollections.unmodifiableObservableList(hits);
    }

    private void find() {
        String[] words = query.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        hits.setAll(actions.all().stream()
                .filter(action -> action.available().get())
                .filter(action -> Arrays.stream(words).allMatch(names(action)::contains))
                .toList());
    }

    private String names(Action action) {
        return Stream.of(action.group().textKey(), action.textKey())
                .map(key -> texts.get(key) + "\n" + otherLanguage.get(key) + "\n")
                .reduce("", String::concat)
                .toLowerCase(Locale.ROOT);
    }
}
