package io.scflocal.app.lines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines of ten pixels, of which five are in view. */
class ShownLinesTest {
    private static final int HEIGHT = 10;
    private static final int IN_VIEW = 5;

    private final ShownLines shown = new ShownLines(
            new ShownLines.Heights() {
                @Override
                public double of(int line) {
                    return HEIGHT;
                }

                @Override
                public void forget() {
                    // All are the same.
                }
            },
            () -> IN_VIEW * HEIGHT,
            () -> {});

    @Test
    void otherLinesAreShownFromTheFirstWithNothingSelected() {
        shown.show(lines(100));
        shown.moveSelection(50, false);
        assertEquals(46, shown.place().top());
        shown.show(lines(90));
        assertEquals(0, shown.place().top());
        assertEquals(-1, shown.selectedProperty().get());
        assertTrue(shown.selectedRange().isEmpty());
    }

    @Test
    void linesInPlaceOfOthersMoveNothingAndKeepTheSelectionThatTheyStillHave() {
        shown.show(lines(100));
        shown.moveSelection(50, false);
        shown.replace(lines(80));
        assertEquals(46, shown.place().top());
        assertEquals(50, shown.selectedProperty().get());
        shown.replace(lines(50));
        assertEquals(-1, shown.selectedProperty().get());
        shown.settle();
        assertEquals(45, shown.place().top());
    }

    @Test
    void whatIsShownAndSelectedStaysWhenTheFirstLinesGo() {
        shown.show(lines(100));
        shown.moveSelection(50, false);
        shown.moveSelection(52, true);
        shown.dropFirst(10, lines(90));
        assertEquals(38, shown.place().top());
        assertArrayEquals(new int[] {40, 42}, shown.selectedRange().orElseThrow());
        shown.dropFirst(41, lines(49));
        assertTrue(shown.selectedRange().isEmpty());
    }

    @Test
    void theSelectionStopsAtBothEndsAndGrowsFromWhereItBegan() {
        shown.show(lines(20));
        shown.moveSelection(-3, false);
        assertEquals(0, shown.selectedProperty().get());
        shown.moveSelection(7, true);
        assertArrayEquals(new int[] {0, 7}, shown.selectedRange().orElseThrow());
        shown.moveSelection(99, false);
        assertArrayEquals(new int[] {19, 19}, shown.selectedRange().orElseThrow());
    }

    @Test
    void theEndIsFollowedByScrollingThereUntilSomethingLeadsAway() {
        shown.show(lines(100));
        shown.scroll(10_000);
        assertFalse(shown.followingProperty().get(), "nobody has asked for that");
        shown.followByScrolling();
        shown.scroll(1);
        assertTrue(shown.followingProperty().get());
        shown.replace(lines(200));
        shown.settle();
        assertEquals(195, shown.place().top());
        shown.scroll(-1);
        assertFalse(shown.followingProperty().get());
        shown.toEnd();
        assertTrue(shown.followingProperty().get());
        shown.select(197, false);
        assertFalse(shown.followingProperty().get());
        shown.scrollTo(195);
        assertTrue(shown.followingProperty().get());
        shown.reveal(3);
        assertFalse(shown.followingProperty().get());
        assertEquals(3, shown.place().top());
    }

    private static List<Line> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Line.plain("line " + number))
                .toList();
    }
}
