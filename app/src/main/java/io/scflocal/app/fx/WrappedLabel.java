package io.scflocal.app.fx;

import javafx.scene.control.Label;

/** A text over as many lines as it needs. */
public final class WrappedLabel extends Label {

    public WrappedLabel(String text, String... styleClasses) {
        super(text);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll(styleClasses);
    }
}
