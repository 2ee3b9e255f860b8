package io.scflocal.app.cli;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.query.SeenValues;
import io.scflocal.core.statistics.Sizes;
import io.scflocal.core.statistics.Statistics;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Statistics as one object of JSON; the fields are described in docs/commands.md. */
final class StatsJson {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private StatsJson() {}

    static String of(Statistics statistics) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("frames", statistics.frames());
            if (statistics.unlisted() > 0) {
                json.writeNumberProperty("unlistedFrames", statistics.unlisted());
            }
            if (statistics.frames() > 0) {
                json.writeStringProperty("from", time(statistics.fromEpochNanos()));
                json.writeStringProperty("to", time(statistics.toEpochNanos()));
            }
            json.writeNumberProperty("seconds", statistics.seconds());
            opcodes(json, statistics);
            flow(json, "c2f", statistics.flows().get(Direction.CLIENT_TO_FUNCTION));
            flow(json, "f2c", statistics.flows().get(Direction.FUNCTION_TO_CLIENT));
            pings(json, statistics);
            values(json, statistics);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void opcodes(JsonGenerator json, Statistics statistics) {
        json.writeObjectPropertyStart("opcodes");
        statistics
                .opcodes()
                .forEach((opcode, count) ->
                        json.writeNumberProperty(opcode.name().toLowerCase(Locale.ROOT), count));
        json.writeEndObject();
    }

    private static void flow(JsonGenerator json, String name, Statistics.Flow flow) {
        Sizes sizes = flow.payloads();
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("frames", sizes.count());
        json.writeNumberProperty("wireBytes", flow.wireBytes());
        json.writeNumberProperty("min", sizes.min());
        json.writeNumberProperty("mean", sizes.mean());
        json.writeNumberProperty("median", sizes.median());
        json.writeNumberProperty("max", sizes.max());
        array(json, "sizesByPowerOfTwo", sizes.histogram());
        json.writeNumberProperty("intervalSeconds", flow.rates().seconds());
        json.writeNumberProperty("mostFramesPerSecond", flow.rates().mostFramesPerSecond());
        array(json, "framesByInterval", flow.rates().frames());
        array(json, "bytesByInterval", flow.rates().bytes());
        json.writeEndObject();
    }

    private static void pings(JsonGenerator json, Statistics statistics) {
        Sizes trips = statistics.roundTrips();
        json.writeObjectPropertyStart("pings");
        json.writeNumberProperty("sent", statistics.pings());
        json.writeNumberProperty("answered", trips.count());
        json.writeNumberProperty("minMs", trips.min() / NANOS_PER_MILLISECOND);
        json.writeNumberProperty("meanMs", trips.mean() / NANOS_PER_MILLISECOND);
        json.writeNumberProperty("medianMs", trips.median() / NANOS_PER_MILLISECOND);
        json.writeNumberProperty("maxMs", trips.max() / NANOS_PER_MILLISECOND);
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, Statistics statistics) {
        if (statistics.valueCount() == 0) {
            return;
        }
        json.writeArrayPropertyStart("values");
        for (SeenValues.Seen seen : statistics.values()) {
            json.writeStartObject();
            json.writeStringProperty("value", seen.literal());
            json.writeNumberProperty("count", seen.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("valueCount", statistics.valueCount());
    }

    private static void array(JsonGenerator json, String name, long[] numbers) {
        json.writeName(name);
        json.writeArray(numbers, 0, numbers.length);
    }

    private static String time(long epochNanos) {
        return Instant.EPOCH.plusNanos(epochNanos).toString();
    }
}
