package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** The line under the bar that says what is wrong with the filter; not there while nothing is. */
final class FilterNote extends Label {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    FilterNote(TrafficViewModel model, Texts texts) {
        setId("traffic-filter-note");
        getStyleClass().add("filter-note");
        setMaxWidth(Double.MAX_VALUE);
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> FilterTexts.note(
                                texts.messages(),
                                model.filter().verdictProperty().get(),
                                model.hitsProperty().get()),
                        texts.languageProperty(),
                        model.filter().verdictProperty(),
                        model.hitsProperty()));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        model.filter()
                .verdictProperty()
                .addListener((property, before, now) -> pseudoClassStateChanged(WRONG, now instanceof Verdict.Wrong));
    }
}
