package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridModelTest {
    private static final long BILLION = 1_000_000_000L;

    private final GridModel grid = new GridModel();

    @BeforeEach
    void hundredRowsInAViewportOfTen() {
        grid.viewport(10);
        grid.total(100);
    }

    @Test
    void followsTheEndFromTheBeginning() {
        assertEquals(90, grid.top());
        grid.total(BILLION);
        assertEquals(BILLION - 10, grid.top());
        assertEquals(0, grid.added());
    }

    @Test
    void aListShorterThanTheViewportStartsAtItsFirstRow() {
        grid.total(3);
        assertEquals(0, grid.top());
    }

    @Test
    void scrollingUpLetsGoAndCountsWhatComes() {
        grid.scrollTo(50);
        grid.total(130);
        assertFalse(grid.follows());
        assertEquals(50, grid.top());
        assertEquals(30, grid.added());
    }

    @Test
    void scrollingToTheBottomFollowsAgain() {
        grid.scrollTo(50);
        grid.scrollTo(1_000);
        assertTrue(grid.follows());
        assertEquals(90, grid.top());
        assertEquals(0, grid.added());
    }

    @Test
    void selectingARowMovesNoRow() {
        grid.select(93);
        grid.total(200);
        assertEquals(90, grid.top());
        assertEquals(93, grid.selected());
        assertFalse(grid.follows());
    }

    @Test
    void selectingTheLastRowKeepsFollowing() {
        grid.select(99);
        assertTrue(grid.follows());
    }

    @Test
    void keysStartAtAVisibleRowWhenNothingIsSelected() {
        grid.scrollTo(40);
        grid.moveBy(1);
        assertEquals(40, grid.selected());
        grid.replace(100, 40, Rows.NO_ROW);
        grid.moveBy(-1);
        assertEquals(49, grid.selected());
    }

    @Test
    void movingBeyondTheViewportTakesItAlong() {
        grid.scrollTo(40);
        grid.select(49);
        grid.moveBy(1);
        assertEquals(41, grid.top());
        grid.moveBy(-20);
        assertEquals(30, grid.selected());
        assertEquals(30, grid.top());
    }

    @Test
    void movingToTheLastRowFollowsAgain() {
        grid.scrollTo(0);
        grid.moveTo(Long.MAX_VALUE);
        assertEquals(99, grid.selected());
        assertEquals(90, grid.top());
        assertTrue(grid.follows());
    }

    @Test
    void movingStaysWithinTheRows() {
        grid.moveTo(-5);
        assertEquals(0, grid.selected());
        assertEquals(0, grid.top());
        grid.total(0);
        grid.moveBy(1);
        assertEquals(Rows.NO_ROW, grid.selected());
    }

    @Test
    void aSelectedRowThatGoesAwayIsNoLongerSelected() {
        grid.select(50);
        grid.total(20);
        assertEquals(Rows.NO_ROW, grid.selected());
        assertEquals(10, grid.top());
    }

    @Test
    void aTallerViewportShowsNothingBelowTheLastRow() {
        grid.scrollTo(85);
        grid.viewport(30);
        assertEquals(70, grid.top());
    }
}
