package io.scflocal.core.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the frames that match, in their order: one bit per tested frame, so ten million frames take about a megabyte. It grows
 * while the scan goes on, mostly at its end, and frames that are no longer listed are forgotten at its beginning.
 *
 * <p>Thread-safe; every call is short.
 */
public final class MatchList {
    /** Frames in a block. */
    static final int BLOCK = 8192;

    private static final int WORDS = BLOCK / Long.SIZE;

    private long[] @Nullable [] blocks = new long[16][];
    /** How many matches there are before each block that has been begun. */
    private long[] before = new long[16];

    /** Number of the first block that has not been forgotten, at place 0 of the arrays. */
    private int first;

    private int begun;
    private long size;
    private long corrections;

    MatchList() {}

    /** How many frames match so far. */
    public synchronized long size() {
        return size;
    }

    /**
     * The number of a matching frame.
     *
     * @param index its place among the matching ones, from 0
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    public synchronized long frame(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("match " + index + " of " + size);
        }
        int block = blockOf(index);
        long[] words = blocks[block];
        long left = index - before[block];
        int word = 0;
        for (int count = Long.bitCount(words[word]); left >= count; count = Long.bitCount(words[word])) {
            left -= count;
            word++;
        }
        long bits = words[word];
        for (; left > 0; left--) {
            bits &= bits - 1;
        }
        return (long) (first + block) * BLOCK + word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    }

    /**
     * The number of a matching frame, of the last one if the list has become shorter since it was looked at.
     *
     * @return 0 if no frame matches
     */
    public synchronized long frameNear(long index) {
        return size == 0 ? 0 : frame(Math.max(0, Math.min(index, size - 1)));
    }

    /** How often a frame was put in or taken out before the end, so that others have other places. */
    public synchronized long corrections() {
        return corrections;
    }

    /** How many matching frames have a lower number; the place of the frame itself if it matches. */
    public synchronized long indexOf(long frame) {
        int block = place(frame);
        if (block >= begun) {
            return size;
        }
        if (block < 0) {
            return 0;
        }
        long index = before[block];
        long[] words = blocks[block];
        if (words != null) {
            int offset = (int) (frame % BLOCK);
            for (int word = 0; word < offset / Long.SIZE; word++) {
                index += Long.bitCount(words[word]);
            }
            index += Long.bitCount(words[offset / Long.SIZE] & (1L << offset % Long.SIZE) - 1);
        }
        return index;
    }

    /** Whether a frame matches. */
    public synchronized boolean contains(long frame) {
        int block = place(frame);
        long[] words = block >= 0 && block < begun ? blocks[block] : null;
        int offset = (int) (frame % BLOCK);
        return words != null && (words[offset / Long.SIZE] >>> offset % Long.SIZE & 1) != 0;
    }

    /** Adds the matches among frames of one block; the blocks come in their order. */
    synchronized void add(int number, long[] matching) {
        int block = number - first;
        if (block < 0) {
            return;
        }
        begin(block);
        int added = 0;
        for (long word : matching) {
            added += Long.bitCount(word);
        }
        if (added > 0) {
            long[] words = words(block);
            for (int i = 0; i < WORDS; i++) {
                words[i] |= matching[i];
            }
            size += added;
        }
    }

    /** Corrects whether a frame matches whose block was added before. */
    synchronized void correct(long frame, boolean matching) {
        int block = place(frame);
        if (block < 0 || contains(frame) == matching) {
            return;
        }
        int offset = (int) (frame % BLOCK);
        words(block)[offset / Long.SIZE] ^= 1L << offset % Long.SIZE;
        int change = matching ? 1 : -1;
        for (int later = block + 1; later < begun; later++) {
            before[later] += change;
        }
        size += change;
        corrections++;
    }

    /** Forgets the matches before a frame, which begins a block that was added before or is the next one. */
    synchronized void forget(long frame) {
        int gone = Math.min(place(frame), begun);
        if (gone <= 0) {
            return;
        }
        long matches = gone < begun ? before[gone] : size;
        begun -= gone;
        System.arraycopy(blocks, gone, blocks, 0, begun);
        Arrays.fill(blocks, begun, begun + gone, null);
        for (int block = 0; block < begun; block++) {
            before[block] = before[block + gone] - matches;
        }
        first += gone;
        size -= matches;
        corrections += matches > 0 ? 1 : 0;
    }

    private int place(long frame) {
        return (int) Math.min(frame / BLOCK - first, Integer.MAX_VALUE);
    }

    /** The last block with at most so many matches before it; of several only that one can have any itself. */
    private int blockOf(long index) {
        int low = 0;
        int high = begun - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void begin(int block) {
        if (block >= before.length) {
            blocks = Arrays.copyOf(blocks, Math.max(2 * blocks.length, block + 1));
            before = Arrays.copyOf(before, blocks.length);
        }
        while (begun <= block) {
            before[begun++] = size;
        }
    }

    private long[] words(int block) {
        long[] words = blocks[block];
        if (words == null) {
            words = new long[WORDS];
            blocks[block] = words;
        }
        return words;
    }
}
