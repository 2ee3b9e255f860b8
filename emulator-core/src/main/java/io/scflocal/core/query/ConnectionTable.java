package io.scflocal.core.query;

import java.util.Arrays;

/**
 * Gives the numbers of connections small places, in the order in which they are seen, to as many as it may hold: a hash table without an object for each, since it
 * is asked for every frame. For one thread at a time.
 */
final class ConnectionTable {
    private static final int FIRST_SIZE = 64;
    private static final int MOST = 1 << 20;
    /** 2^32 divided by the golden ratio: numbers that follow each other get slots far apart. */
    private static final int SPREAD = 0x9E3779B9;

    private int[] connections = new int[FIRST_SIZE];
    /** Place and one more of the connection in the same slot; 0 where the slot is free. */
    private int[] places = new int[FIRST_SIZE];

    private int count;

    /** The place of a connection, from 0; a new one if it was not seen before. */
    int place(int connection) {
        int slot = slot(connection);
        if (places[slot] == 0) {
            connections[slot] = connection;
            places[slot] = ++count;
            if (2 * count > connections.length) {
                grow();
            }
            return count - 1;
        }
        return places[slot] - 1;
    }

    /** The slot that the connection has, or gets. */
    private int slot(int connection) {
        int mask = connections.length - 1;
        int slot = connection * SPREAD >>> 7 & mask;
        while (places[slot] != 0 && connections[slot] != connection) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Whether it holds so many that its user is to begin with a new one: those of a million others ago have hardly more to say. */
    boolean isFull() {
        return count >= MOST;
    }

    private void grow() {
        int[] oldConnections = connections;
        int[] oldPlaces = places;
        connections = new int[2 * oldConnections.length];
        places = new int[connections.length];
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                int slot = slot(oldConnections[i]);
                connections[slot] = oldConnections[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    /** An array that has room for a place; new places hold {@code filler}. */
    static long[] withRoom(long[] values, int place, long filler) {
        if (place < values.length) {
            return values;
        }
        long[] larger = Arrays.copyOf(values, Math.max(2 * values.length, place + 1));
        Arrays.fill(larger, values.length, larger.length, filler);
        return larger;
    }
}
