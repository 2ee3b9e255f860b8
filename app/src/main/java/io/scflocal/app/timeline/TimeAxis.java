package io.scflocal.app.timeline;

import io.scflocal.app.text.Formats;
import java.time.ZoneId;
import javafx.scene.text.Text;

/** The moments above the lanes: as many as have room, at round times. */
final class TimeAxis {
    static final double HEIGHT = 20;
    private static final double ROOM = 110;
    private static final long MILLI = 1_000_000;
    /** Steps that clocks are read in, in milliseconds. */
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        14_400_000,
        21_600_000,
        43_200_000,
        86_400_000
    };

    private TimeAxis() {}

    static void draw(Plot plot, TimeSpan span) {
        plot.begin(span);
        long step = step(span, plot.getWidth() / ROOM);
        for (long moment = Math.floorDiv(span.from(), step) * step + step; moment < span.to(); moment += step) {
            plot.bar(moment, moment, HEIGHT - 5, 5, "axis-tick");
            String time = Formats.time(moment, ZoneId.systemDefault());
            Text text = new Text(step >= 1_000 * MILLI ? time.substring(0, time.indexOf('.')) : time);
            text.getStyleClass().add("axis-text");
            text.setX(plot.x(moment) + 4);
            text.setY(HEIGHT - 6);
            plot.getChildren().add(text);
        }
    }

    /** The shortest step of which at most {@code most} fit into the span, in nanoseconds. */
    static long step(TimeSpan span, double most) {
        for (long candidate : STEPS) {
            if (span.nanos() / (double) (candidate * MILLI) <= most) {
                return candidate * MILLI;
            }
        }
        long longest = STEPS[STEPS.length - 1] * MILLI;
        return longest * (long) Math.ceil(span.nanos() / (longest * Math.max(1, most)));
    }
}
