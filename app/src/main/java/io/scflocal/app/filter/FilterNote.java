package io.scflocal.app.filter;

import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** The line under the bar that says what is wrong with the filter; not there while nothing is. */
public final class FilterNote extends Label {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Tells of {@code filter} and of what it has found. */
    public FilterNote(FilterViewModel filter, ObservableValue<Hits> hits, Texts texts) {
        setId("traffic-filter-note");
        getStyleClass().add("filter-note");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> FilterTexts.note(
                                texts.messages(), filter.verdictProperty().get(), hits.getValue()),
                        texts.languageProperty(),
                        filter.verdictProperty(),
                        hits));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        filter.verdictProperty()
                .addListener((property, before, now) -> pseudoClassStateChanged(WRONG, now instanceof Verdict.Wrong));
    }
}
