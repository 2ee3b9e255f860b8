package io.scflocal.app.text;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.query.SeenValues;
import io.scflocal.core.statistics.Sizes;
import io.scflocal.core.statistics.Statistics;
import java.util.ArrayList;
import java.util.List;

/**
 * Statistics for people, in a type where all letters are equally wide.
 *
 * @param statistics what was counted
 * @param messages in which language
 */
public record StatisticsText(Statistics statistics, Messages messages) {
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final int BAR = 40;

    /** One line after the other. */
    public List<String> lines() {
        return lines(true);
    }

    /** The same without the histograms of lengths, where those are drawn. */
    public List<String> figures() {
        return lines(false);
    }

    private List<String> lines(boolean histograms) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.get("capture.stats.all", statistics.frames(), statistics.seconds()));
        if (statistics.unlisted() > 0) {
            lines.add(messages.get("capture.stats.unlisted", statistics.unlisted()));
        }
        flow(lines, "capture.stats.up", statistics.flows().get(Direction.CLIENT_TO_FUNCTION), histograms);
        flow(lines, "capture.stats.down", statistics.flows().get(Direction.FUNCTION_TO_CLIENT), histograms);
        Sizes trips = statistics.roundTrips();
        if (statistics.pings() > 0) {
            lines.add("");
            lines.add(messages.get(
                    "capture.stats.pings",
                    statistics.pings(),
                    trips.count(),
                    trips.min() / NANOS_PER_MILLISECOND,
                    trips.median() / NANOS_PER_MILLISECOND,
                    trips.max() / NANOS_PER_MILLISECOND));
        }
        if (statistics.valueCount() > 0) {
            lines.add("");
            lines.add(messages.get("capture.stats.values", statistics.valueCount()));
            for (SeenValues.Seen seen : statistics.values()) {
                lines.add(messages.get("capture.stats.value", seen.count(), seen.literal()));
            }
        }
        return lines;
    }

    private void flow(List<String> lines, String titleKey, Statistics.Flow flow, boolean histograms) {
        Sizes sizes = flow.payloads();
        lines.add("");
        lines.add(messages.get(
                titleKey, sizes.count(), flow.wireBytes(), flow.rates().mostFramesPerSecond()));
        if (sizes.count() == 0) {
            return;
        }
        lines.add(messages.get("capture.stats.sizes", sizes.min(), sizes.median(), sizes.mean(), sizes.max()));
        if (histograms) {
            histogram(lines, sizes);
        }
    }

    private static void histogram(List<String> lines, Sizes sizes) {
        long most = 1;
        for (long count : sizes.histogram()) {
            most = Math.max(most, count);
        }
        for (int power = 0; power < sizes.histogram().length; power++) {
            long count = sizes.histogram()[power];
            if (count > 0) {
                String bar = "#".repeat((int) Math.max(1, BAR * count / most));
                String least = power == 0 ? "0" : Long.toString(1L << power - 1);
                lines.add(String.format("    >= %12s B  %10d  %s", least, count, bar));
            }
        }
    }
}
