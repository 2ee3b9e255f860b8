package io.scflocal.app.fx;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;

/** Tabs that are filled when they are looked at: nodes in a window cost time even while they can't be seen. JavaFX thread only. */
public final class LazyTab {
    private LazyTab() {}

    /** Fills {@code tab} with what {@code content} gives, once, when it is selected for the first time. */
    public static void fill(Tab tab, Supplier<? extends Node> content) {
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
    }
}
