package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What mouse and keyboard do in the grid. */
final class GridInput {
    /** What an expression or a word begins with, but for the letters that do something else here. */
    private static final Pattern BEGINNING = Pattern.compile("[\\p{L}\\p{N}!$(\"&&[^mM]]");

    private final TrafficViewModel model;
    private final Texts texts;
    private final FrameGrid grid;
    private final Ways ways;
    private ContextMenu menu = new ContextMenu();
    private double wheelRest;

    /**
     * What leads out of the grid.
     *
     * @param copy puts the selected frames on the clipboard
     * @param filter begins a filter with a text
     */
    record Ways(Consumer<FrameCopy.Form> copy, Consumer<String> filter) {}

    /**
     * Listens to the grid.
     *
     * @param ways what leads out of it
     */
    GridInput(TrafficViewModel model, Texts texts, FrameGrid grid, Ways ways) {
        this.model = model;
        this.texts = texts;
        this.grid = grid;
        this.ways = ways;
        grid.body().addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        grid.body().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        grid.body().addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
    }

    private long rowAt(MouseEvent event) {
        return model.grid().top() + (long) Math.floor(event.getY() / FrameGrid.ROW_HEIGHT);
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        menu.hide();
        long row = rowAt(event);
        if (event.isPrimaryButtonDown()) {
            model.choice().select(row, mode(event.isShiftDown(), event.isShortcutDown()));
        } else if (event.isSecondaryButtonDown() && !isSelected(row)) {
            model.choice().select(row);
        }
    }

    private static SelectedFrames.Mode mode(boolean shift, boolean shortcut) {
        if (shift) {
            return SelectedFrames.Mode.EXTEND;
        }
        return shortcut ? SelectedFrames.Mode.TOGGLE : SelectedFrames.Mode.ONLY;
    }

    private boolean isSelected(long row) {
        return row < model.grid().total()
                && model.choice()
                        .selection()
                        .framesProperty()
                        .get()
                        .contains(model.rows().frameAt(row));
    }

    /** Beyond the edges the list scrolls along. */
    private void dragged(MouseEvent event) {
        if (event.isPrimaryButtonDown() && rowAt(event) != model.grid().selected()) {
            long row = rowAt(event);
            model.choice().move(list -> list.moveTo(row), SelectedFrames.Mode.EXTEND);
        }
    }

    private void menuRequested(ContextMenuEvent event) {
        if (model.selectedFrameProperty().get() != TrafficViewModel.NO_FRAME) {
            menu = new FrameMenu(model, texts, ways.copy());
            menu.show(grid, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        double lines = event.getTextDeltaYUnits() == ScrollEvent.VerticalTextScrollUnits.LINES
                ? event.getTextDeltaY()
                : event.getDeltaY() / FrameGrid.ROW_HEIGHT;
        wheelRest -= lines;
        long rows = (long) wheelRest;
        wheelRest -= rows;
        if (rows != 0) {
            model.move(list -> list.scrollTo(Math.max(0, list.top() + rows)));
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            withShortcut(event);
            return;
        }
        if (event.isAltDown() || event.isMetaDown() || event.isControlDown()) {
            return;
        }
        SelectedFrames.Mode mode = event.isShiftDown() ? SelectedFrames.Mode.EXTEND : SelectedFrames.Mode.ONLY;
        if (move(event.getCode(), mode)) {
            event.consume();
        }
    }

    /** Whoever types in the list wants to filter it. */
    private void keyTyped(KeyEvent event) {
        String typed = event.getCharacter();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && BEGINNING.matcher(typed).matches()) {
            ways.filter().accept(typed);
            event.consume();
        }
    }

    private void withShortcut(KeyEvent event) {
        if (event.getCode() == KeyCode.A) {
            model.choice().selectAll();
            event.consume();
        } else if (event.getCode() == KeyCode.C) {
            ways.copy().accept(event.isShiftDown() ? FrameCopy.Form.JSON_LINES : FrameCopy.Form.PAYLOADS);
            event.consume();
        }
    }

    private boolean move(KeyCode code, SelectedFrames.Mode mode) {
        long page = Math.max(1, model.grid().viewport() - 1);
        switch (code) {
            case UP, KP_UP -> model.choice().move(list -> list.moveBy(-1), mode);
            case DOWN, KP_DOWN -> model.choice().move(list -> list.moveBy(1), mode);
            case PAGE_UP -> model.choice().move(list -> list.moveBy(-page), mode);
            case PAGE_DOWN -> model.choice().move(list -> list.moveBy(page), mode);
            case HOME -> model.choice().move(list -> list.moveTo(0), mode);
            case END -> model.choice().move(list -> list.moveTo(Long.MAX_VALUE), mode);
            case M -> model.toggleMark();
            case SPACE -> model.pause(!model.pausedProperty().get());
            default -> {
                return false;
            }
        }
        return true;
    }
}
