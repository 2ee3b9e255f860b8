package io.scflocal.app.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinePlaceTest {
    private int measured;

    private LinePlace place(int lines, double viewport) {
        LinePlace place = new LinePlace(line -> {
            measured++;
            return 10 + line % 3 * 10;
        });
        place.resize(lines, viewport);
        return place;
    }

    private static String at(LinePlace place) {
        return place.top() + "+" + place.hidden();
    }

    @Test
    void scrollsByPixelsOverLinesOfDifferentHeights() {
        LinePlace place = place(100, 100);
        place.scroll(35);
        assertEquals("2+5.0", at(place));
        place.scroll(-30);
        assertEquals("0+5.0", at(place));
        place.scroll(-1_000);
        assertEquals("0+0.0", at(place));
    }

    @Test
    void theLastLineStandsAtTheBottomAndNothingBelow() {
        LinePlace place = place(7, 50);
        place.scroll(10_000);
        assertEquals("4+10.0", at(place));
        assertTrue(place.atEnd());
        place.scroll(-1);
        assertFalse(place.atEnd());
        assertEquals("0+0.0", at(fewLines()));
    }

    private LinePlace fewLines() {
        LinePlace place = place(2, 500);
        place.scroll(100);
        return place;
    }

    @Test
    void anyOfManyMillionsIsReachedAtOnce() {
        LinePlace place = place(2_000_000_000, 100);
        place.to(1_999_999_999);
        place.scroll(-40);
        place.reveal(1_000_000_000);
        assertEquals(1_000_000_000, place.top());
        place.reveal(1_000_000_006);
        assertEquals("1000000001+20.0", at(place));
        place.toEnd();
        assertTrue(measured < 200, () -> measured + " lines were measured");
    }

    @Test
    void fewerLinesThanBeforeAreNoTrouble() {
        LinePlace place = place(100, 50);
        place.toEnd();
        place.resize(3, 50);
        assertEquals("1+0.0", at(place));
        place.resize(0, 50);
        assertEquals(0, place.position());
    }
}
