package io.scflocal.app.fx;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The system's clipboard, for text. JavaFX thread only. */
public final class TextClipboard {
    private TextClipboard() {}

    /** Replaces what is on the clipboard. */
    public static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
