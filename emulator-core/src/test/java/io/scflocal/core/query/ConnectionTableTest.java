package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConnectionTableTest {
    /** Many times as many as the table has room for at first. */
    private static final int MANY = 10_000;

    @Test
    void placesAreGivenInTheOrderOfSightAndStayWhileTheTableGrows() {
        ConnectionTable table = new ConnectionTable();
        for (int i = 0; i < MANY; i++) {
            assertEquals(i, table.place(connection(i)));
            assertEquals(i / 2, table.place(connection(i / 2)));
        }
        for (int i = 0; i < MANY; i++) {
            assertEquals(i, table.place(connection(i)));
        }
    }

    /** Numbers far apart, in no order, 0 and negative ones among them, as a damaged capture may have them. */
    private static int connection(int i) {
        return i * 1_000_003 - i * i;
    }
}
