package io.scflocal.app.filter;

import io.scflocal.core.query.QueryError;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** The wavy line under what is wrong with the filter. */
final class ErrorMark extends Pane {
    private static final double WAVE = 2;
    private static final double BELOW = 2;
    private static final double AT_END = 8;

    private final TextField field;
    private final FilterViewModel model;
    private final Path wave = new Path();

    ErrorMark(TextField field, FilterViewModel model) {
        this.field = field;
        this.model = model;
        wave.setId("traffic-filter-error");
        wave.getStyleClass().add("filter-error");
        wave.setManaged(false);
        setMouseTransparent(true);
        getChildren().add(wave);
        model.verdictProperty().addListener(property -> requestLayout());
        field.textProperty().addListener(property -> wave.setVisible(false));
        field.caretPositionProperty().addListener(property -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        wave.getElements().clear();
        boolean wrong = model.verdictProperty().get() instanceof Verdict.Wrong && model.isJudged();
        wave.setVisible(wrong);
        if (wrong && field.getSkin() instanceof TextFieldSkin skin) {
            draw(((Verdict.Wrong) model.verdictProperty().get()).error(), skin);
        }
    }

    /** From the wrong column to the end of what was found there; behind the text if something is missing. */
    private void draw(QueryError error, TextFieldSkin skin) {
        int length = field.getLength();
        int from = Math.min(error.column() - 1, length);
        int to = Math.min(from + Math.max(1, error.found().length()), length);
        Rectangle2D first = skin.getCharacterBounds(Math.max(0, Math.min(from, length - 1)));
        Rectangle2D last = skin.getCharacterBounds(Math.max(0, to - 1));
        double left = from < length ? first.getMinX() : first.getMaxX();
        double right = from < length ? last.getMaxX() : left + AT_END;
        left = Math.max(left, 0);
        right = Math.min(right, getWidth());
        double y = first.getMaxY() + BELOW;
        wave.getElements().add(new MoveTo(left, y));
        for (int i = 1; left + i * WAVE <= right; i++) {
            wave.getElements().add(new LineTo(left + i * WAVE, y - (i % 2) * WAVE));
        }
    }
}
