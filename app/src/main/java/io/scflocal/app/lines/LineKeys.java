package io.scflocal.app.lines;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Moving through lines by keys. */
final class LineKeys {
    private final LineArea area;
    private final ShownLines shown;

    private LineKeys(LineArea area, ShownLines shown) {
        this.area = area;
        this.shown = shown;
    }

    static void attach(LineArea area, ShownLines shown) {
        LineKeys keys = new LineKeys(area, shown);
        area.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (keys.moves(event)) {
                event.consume();
            }
        });
    }

    private boolean moves(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        return event.isShortcutDown() ? selectsAll(event) : movesSelection(event.getCode(), event.isShiftDown());
    }

    private boolean selectsAll(KeyEvent event) {
        if (event.getCode() != KeyCode.A) {
            return false;
        }
        shown.moveSelection(0, false);
        shown.moveSelection(last(), true);
        return true;
    }

    private boolean movesSelection(KeyCode key, boolean extend) {
        int at = shown.selection().lead();
        switch (key) {
            case UP -> shown.moveSelection(at - 1, extend);
            case DOWN -> shown.moveSelection(at + 1, extend);
            case PAGE_UP -> shown.moveSelection(at - area.page(), extend);
            case PAGE_DOWN -> shown.moveSelection(at + area.page(), extend);
            case HOME -> shown.moveSelection(0, extend);
            case END -> end(extend);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void end(boolean extend) {
        if (extend) {
            shown.moveSelection(last(), true);
        } else {
            shown.toEnd();
        }
    }

    private int last() {
        return shown.lines().size() - 1;
    }
}
