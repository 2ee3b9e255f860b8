package io.scflocal.core.query;

import java.util.Arrays;

/** Gives the numbers of connections small places, in the order in which they are seen, to as many as it may hold. */
final class ConnectionTable {
    private static final int MOST = 1 << 20;

    private int[] connections = new int[64];
    private int[] places = new int[64];
    private int count;

    /** The place of a connection, from 0; a new one if it was not seen before. */
    int place(int connection) {
        int mask = connections.length - 1;
        int at = connection * 0x9E3779B9 >>> 7 & mask;
        while (places[at] != 0) {
            if (connections[at] == connection) {
                return places[at] - 1;
            }
            at = at + 1 & mask;
        }
        connections[at] = connection;
        places[at] = ++count;
        if (2 * count > connections.length) {
            grow();
        }
        return count - 1;
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
        int mask = connections.length - 1;
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                int at = oldConnections[i] * 0x9E3779B9 >>> 7 & mask;
                while (places[at] != 0) {
                    at = at + 1 & mask;
                }
                connections[at] = oldConnections[i];
                places[at] = oldPlaces[i];
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
