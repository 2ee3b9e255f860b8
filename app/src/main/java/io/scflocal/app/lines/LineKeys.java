package io.scflocal.app.lines;

import javafx.scene.input.KeyEvent;

/** Moving through lines by keys. */
final class LineKeys {
    private LineKeys() {}

    static void attach(LineArea area) {
        area.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (moves(area, event)) {
                event.consume();
            }
        });
    }

    private static boolean moves(LineArea area, KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        int at = area.selectedProperty().get();
        int last = area.lines().size() - 1;
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case A -> {
                    area.moveSelection(0, false);
                    area.moveSelection(last, true);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }
        switch (event.getCode()) {
            case UP -> area.moveSelection(at - 1, event.isShiftDown());
            case DOWN -> area.moveSelection(at + 1, event.isShiftDown());
            case PAGE_UP -> area.moveSelection(at - area.page(), event.isShiftDown());
            case PAGE_DOWN -> area.moveSelection(at + area.page(), event.isShiftDown());
            case HOME -> area.moveSelection(0, event.isShiftDown());
            case END -> {
                if (event.isShiftDown()) {
                    area.moveSelection(last, true);
                } else {
                    area.toEnd();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
