package io.scflocal.core.export;

import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.LineRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The log alone, one JSON object a line with the fourteen fields that the platform's log service gives a record. Frames are not in it, so
 * that a selection of frames does not matter. What a field would need and is not known here is empty or 0. Source: the record fields that
 * the vendor's log service shows of functions.
 */
final class ClsWriter implements CaptureWriter {
    private static final int RUNNING = 202;
    private static final int PAGE = 1_000;
    private static final String LATEST = "$LATEST";
    private static final Pattern MEMORY = Pattern.compile("MemUsage: ?([0-9]+(?:\\.[0-9]+)?)MB");

    @Override
    public void write(CaptureSource capture, FrameSelection selection, OutputStream out, ExportProgress progress)
            throws IOException {
        Path folder = Path.of(capture.header().folder()).getFileName();
        String function = folder == null ? "" : folder.toString();
        Map<String, ConnectionRecord> requests = requests(capture);
        Map<String, Double> memory = new HashMap<>();
        JsonOutput lines = new JsonOutput(out);
        each(capture, line -> {
            Matcher usage = MEMORY.matcher(line.text());
            if (isPlatform(line) && usage.find()) {
                memory.put(line.requestId(), Double.valueOf(usage.group(1)));
            }
        });
        each(
                capture,
                line -> lines.document(json -> record(
                        json,
                        function,
                        line,
                        requests.get(line.requestId()),
                        memory.getOrDefault(line.requestId(), 0.0))));
        lines.flush();
    }

    private interface LineUse {
        void take(LineRecord line) throws IOException;
    }

    private static void each(CaptureSource capture, LineUse use) throws IOException {
        long count = capture.session().lineCount();
        for (long from = capture.session().firstLine(); from < count; from += PAGE) {
            for (LineRecord line : capture.session().lines(from, (int) Math.min(PAGE, count - from))) {
                use.take(line);
            }
        }
    }

    private static Map<String, ConnectionRecord> requests(CaptureSource capture) {
        Map<String, ConnectionRecord> requests = new HashMap<>();
        for (int number = capture.session().firstConnection();
                number <= capture.session().connectionCount();
                number++) {
            capture.session()
                    .connection(number)
                    .ifPresent(connection -> requests.put(connection.requestId(), connection));
        }
        return requests;
    }

    private static void record(
            JsonGenerator json, String function, LineRecord line, @Nullable ConnectionRecord request, double memoryMb) {
        EndRecord end = request == null ? null : request.end().orElse(null);
        long started = request == null ? line.epochNanos() : request.openedEpochNanos();
        json.writeStringProperty("SCF_FunctionName", function);
        json.writeStringProperty("SCF_Namespace", "default");
        json.writeNumberProperty("SCF_StartTime", TimeUnit.NANOSECONDS.toMillis(started));
        json.writeNumberProperty("SCF_LogTime", TimeUnit.NANOSECONDS.toMillis(line.epochNanos()));
        json.writeStringProperty("SCF_RequestId", line.requestId());
        json.writeNumberProperty("SCF_Duration", end == null ? 0 : TimeUnit.NANOSECONDS.toMillis(end.durationNanos()));
        json.writeStringProperty("SCF_Alias", LATEST);
        json.writeStringProperty("SCF_Qualifier", LATEST);
        json.writeNumberProperty("SCF_MemUsage", memoryMb);
        json.writeStringProperty("SCF_Level", isError(line) ? "ERROR" : "INFO");
        json.writeStringProperty("SCF_Message", line.text());
        json.writeStringProperty("SCF_Type", isPlatform(line) ? "Platform" : "Custom");
        json.writeNumberProperty("SCF_StatusCode", end == null ? RUNNING : end.status());
        json.writeNumberProperty("SCF_RetryNum", 0);
    }

    private static boolean isPlatform(LineRecord line) {
        return line.source().startsWith("PLATFORM");
    }

    private static boolean isError(LineRecord line) {
        return line.source().equals("STDERR") || line.source().equals("PLATFORM_ERROR");
    }
}
