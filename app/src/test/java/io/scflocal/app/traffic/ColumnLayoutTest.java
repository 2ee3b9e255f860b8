package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnLayoutTest {
    private final ColumnLayout layout = new ColumnLayout();

    private List<Column> shown(double width) {
        return layout.places(width).stream().map(ColumnLayout.Place::column).toList();
    }

    private double width(Column column, double gridWidth) {
        return layout.places(gridWidth).stream()
                .filter(place -> place.column() == column)
                .findFirst()
                .orElseThrow()
                .width();
    }

    @Test
    void thePayloadTakesWhatTheOthersLeave() {
        assertEquals(List.of(Column.values()), shown(1_000));
        assertEquals(1_000 - 542, width(Column.PAYLOAD, 1_000));
        layout.resize(Column.TIME, 198);
        assertEquals(1_000 - 646, width(Column.PAYLOAD, 1_000));
    }

    @Test
    void inANarrowListThePayloadIsStillReadable() {
        assertFalse(shown(440).contains(Column.FLAGS));
        assertTrue(width(Column.PAYLOAD, 440) >= ColumnLayout.LEAST_PAYLOAD);
        assertFalse(shown(720).contains(Column.FLAGS));
        assertTrue(shown(720).containsAll(List.of(Column.DELTA, Column.CONNECTION, Column.LENGTH)));
        assertTrue(shown(440).containsAll(List.of(Column.NUMBER, Column.TIME, Column.DIRECTION, Column.OPCODE)));
        layout.choose(Column.PAYLOAD, false);
        assertTrue(shown(440).contains(Column.FLAGS));
    }

    @Test
    void isTheSameWhenItIsReadAgain() {
        layout.choose(Column.FLAGS, false);
        layout.move(Column.PAYLOAD, Column.TIME);
        layout.resize(Column.OPCODE, 120.4);
        ColumnLayout other = new ColumnLayout();
        other.read(layout.write());
        assertEquals(layout.write(), other.write());
        assertEquals(Column.PAYLOAD, shown(1_000).get(1));
        assertFalse(other.isChosen(Column.FLAGS));
    }

    @Test
    void whatCanNotBeUnderstoodIsAsIfNeverChosen() {
        layout.read("LENGTH:x NONSENSE:12 -TIME TIME LENGTH:9999999");
        assertEquals(Column.LENGTH, shown(1_000).get(0));
        assertEquals(Column.LENGTH.width(), width(Column.LENGTH, 1_000));
        assertFalse(layout.isChosen(Column.TIME));
        layout.reset();
        assertEquals(new ColumnLayout().write(), layout.write());
    }

    @Test
    void oneColumnAlwaysStays() {
        for (Column column : Column.values()) {
            layout.choose(column, false);
        }
        assertEquals(1, shown(1_000).size());
    }

    @Test
    void aLongNumberHasRoom() {
        layout.leastNumberWidth(90);
        assertEquals(90, width(Column.NUMBER, 1_000));
        assertEquals(new ColumnLayout().write(), layout.write());
    }
}
