package io.scflocal.app.traffic;

import java.util.Arrays;

/**
 * A list of frame numbers that grows at its end, four bytes for each.
 *
 * <p>One thread appends; any thread reads, and sees what was there at the last {@link #publish}.
 */
final class FrameIndex implements RowSource {
    private static final int BLOCK_BITS = 14;
    private static final int BLOCK = 1 << BLOCK_BITS;

    // Both arrays are written before the volatile count, so whoever has read the count sees them.
    private int[][] blocks = new int[4][];
    private long[] firsts = new long[4];
    private long appended;
    private volatile long size;

    /** Adds a frame; {@code number} is larger than every one before. */
    void append(long number) {
        int block = (int) (appended >>> BLOCK_BITS);
        int place = (int) (appended & (BLOCK - 1));
        if (place == 0) {
            begin(block, number);
        }
        blocks[block][place] = Math.toIntExact(number - firsts[block]);
        appended++;
    }

    private void begin(int block, long first) {
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block * 2);
            firsts = Arrays.copyOf(firsts, block * 2);
        }
        blocks[block] = new int[BLOCK];
        firsts[block] = first;
    }

    /** Lets readers see what was appended. */
    void publish() {
        size = appended;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long frameAt(long row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size);
        }
        int block = (int) (row >>> BLOCK_BITS);
        return firsts[block] + blocks[block][(int) (row & (BLOCK - 1))];
    }

    @Override
    public long firstRowFrom(long number) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (frameAt(middle) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
