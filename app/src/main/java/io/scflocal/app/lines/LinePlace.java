package io.scflocal.app.lines;

import java.util.function.IntToDoubleFunction;

/**
 * Where a view stands among lines of different heights. Only lines in view are ever measured, so that their number doesn't matter.
 *
 * <p>Confined to one thread.
 */
final class LinePlace {
    private final IntToDoubleFunction heights;
    private int size;
    private double viewport;
    private int top;
    private double hidden;

    /** At the first of no lines; {@code heights} measures a line in pixels, always more than 0. */
    LinePlace(IntToDoubleFunction heights) {
        this.heights = heights;
    }

    /** So many lines, seen through so many pixels. */
    void resize(int lines, double pixels) {
        size = lines;
        viewport = pixels;
        if (top >= size) {
            toEnd();
        }
    }

    /** Number of the first line in view. */
    int top() {
        return top;
    }

    /** How much of the first line in view is above the view, in pixels. */
    double hidden() {
        return hidden;
    }

    /** Moves down by so many pixels, up if negative; stops at both ends. */
    void scroll(double pixels) {
        hidden += pixels;
        while (hidden < 0 && top > 0) {
            top--;
            hidden += heights.applyAsDouble(top);
        }
        while (top < size - 1 && hidden >= heights.applyAsDouble(top)) {
            hidden -= heights.applyAsDouble(top);
            top++;
        }
        hidden = Math.max(0, hidden);
        keepInside();
    }

    /** Brings a line to the top; its fraction is how much of it is above the view. */
    void to(double position) {
        top = (int) Math.max(0, Math.min(position, size - 1.0));
        hidden = size == 0 ? 0 : Math.max(0, position - top) * heights.applyAsDouble(top);
        keepInside();
    }

    /** Brings the last line to the bottom. */
    void toEnd() {
        top = size;
        hidden = 0;
        double filled = 0;
        while (top > 0 && filled < viewport) {
            top--;
            filled += heights.applyAsDouble(top);
        }
        hidden = Math.max(0, filled - viewport);
    }

    /** Moves no more than is needed to have the whole of a line in view. */
    void reveal(int line) {
        if (line <= top || line - top > viewport) {
            to(line);
            return;
        }
        double bottom = -hidden;
        for (int i = top; i <= line; i++) {
            bottom += heights.applyAsDouble(i);
        }
        if (bottom > viewport) {
            scroll(bottom - viewport);
        }
    }

    /** There is nothing below the last line as long as there are lines above. */
    private void keepInside() {
        double filled = -hidden;
        int line = top;
        while (line < size && filled < viewport) {
            filled += heights.applyAsDouble(line);
            line++;
        }
        if (filled < viewport) {
            toEnd();
        }
    }

    /** Whether the last line is in view. */
    boolean atEnd() {
        return position() >= lastPosition() - 0.01;
    }

    /** The first line in view, with how much of it is above as a fraction. */
    double position() {
        return size == 0 ? 0 : top + hidden / heights.applyAsDouble(top);
    }

    /** The largest {@link #position}. */
    double lastPosition() {
        LinePlace end = new LinePlace(heights);
        end.size = size;
        end.viewport = viewport;
        end.toEnd();
        return end.position();
    }
}
