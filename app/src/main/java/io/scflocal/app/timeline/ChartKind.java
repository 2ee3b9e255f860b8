package io.scflocal.app.timeline;

import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the chart above the lanes shows. */
enum ChartKind {
    /** Frames a second. */
    FRAMES,
    /** Payload bytes a second. */
    BYTES,
    /** Mean payload of a frame, in bytes. */
    SIZE,
    /** Memory of all instances, in bytes. */
    MEMORY;

    private static final double SECOND = 1e9;

    /**
     * One line of a chart.
     *
     * @param values a value for each column; -1 for none
     * @param styleClass its colour
     */
    record Line(long[] values, String styleClass) {}

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The lines for a picture. */
    List<Line> lines(Picture picture, MemorySamples memory) {
        Picture.Totals totals = picture.totals();
        double perSecond = SECOND * picture.columns() / picture.span().nanos();
        return switch (this) {
            case FRAMES ->
                both(scaled(totals.framesToFunction(), perSecond), scaled(totals.framesToClient(), perSecond));
            case BYTES -> both(scaled(totals.bytesToFunction(), perSecond), scaled(totals.bytesToClient(), perSecond));
            case SIZE ->
                both(
                        means(totals.bytesToFunction(), totals.framesToFunction()),
                        means(totals.bytesToClient(), totals.framesToClient()));
            case MEMORY -> List.of(new Line(memory.columns(picture.span(), picture.columns()), "line-memory"));
        };
    }

    /** Whether a value stands for itself and not for what is between it and the next one. */
    boolean isOfSingleFrames() {
        return this == SIZE;
    }

    /** A value in words. */
    String words(long value, Texts texts) {
        return switch (this) {
            case FRAMES -> texts.get("timeline.rate", Quantities.count(value));
            case BYTES -> texts.get("timeline.rate", Quantities.bytes(value));
            case SIZE, MEMORY -> Quantities.bytes(value);
        };
    }

    private static List<Line> both(long[] toFunction, long[] toClient) {
        return List.of(new Line(toFunction, "line-c2f"), new Line(toClient, "line-f2c"));
    }

    private static long[] scaled(long[] counts, double factor) {
        return Arrays.stream(counts).map(count -> Math.round(count * factor)).toArray();
    }

    private static long[] means(long[] bytes, long[] frames) {
        long[] means = new long[bytes.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = frames[i] == 0 ? -1 : bytes[i] / frames[i];
        }
        return means;
    }
}
