package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * How fast filters go through stored frames of 200 bytes, half of them masked. Not a test; run it by hand after {@code test-compile}:
 *
 * <pre>java -Xmx256m -cp emulator-core/target/classes:emulator-core/target/test-classes
 *     io.scflocal.core.query.QueryBenchmark [frames] [directory]</pre>
 *
 * <p>It needs about 2.8 GB on the disk for its 10 million frames and removes them again. Each filter runs three times on two threads and
 * the best counts; the ratio is to reading all the payloads into a buffer and adding up their bytes, one thread, in the same run.
 */
public final class QueryBenchmark {
    private static final int PAYLOAD = 200;
    private static final int CONNECTIONS = 50;
    private static final int ROUNDS = 3;
    private static final int ROWS = 50;
    /** More than 10 million frames take. */
    private static final long QUOTA = 4L << 30;

    private static final List<String> FILTERS = List.of(
            "op == text && dir == c2f",
            "len > 64KB || op == close",
            "cdelta > 1s",
            "idle.left < 5s",
            "conn in {3, 7} && n > 1000",
            "conn.path == \"/7\"",
            "text contains \"needle\"",
            "text icontains \"needle\"",
            "bytes[0:2] == 08:96",
            "text ~ \"needle-\\d+\"",
            "text ~ \"(order|needle)-\\d{9}\"",
            "json.type == \"needle\"",
            "dir == c2f && json.seq == 4711");

    private static final List<String> CANCELLED = List.of(
            "idle.left < 5s",
            "text icontains \"needle\"",
            "text ~ \"(order|needle)-\\d{9}\"",
            "json.type == \"needle\"");

    private QueryBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        Path directory = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("query-benchmark");
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try (CaptureStore store = CaptureStore.create(
                directory.resolve("capture"),
                "",
                new CaptureLimits(QUOTA, CaptureLimits.USUAL_PAYLOAD),
                Ticker.system())) {
            store.record(new LimitsRecord(0, "benchmark", 15_000_000_000L, 900_000_000_000L, false));
            long start = System.nanoTime();
            write(store, frames);
            System.out.printf("written: %d frames in %.2f s%n", frames, seconds(start));
            double plain = plainScan(store);
            System.out.printf("plain scan of the payloads, one thread: %.2f s%n", plain);
            String only = arguments.length > 2 ? arguments[2] : "";
            for (String filter :
                    FILTERS.stream().filter(text -> text.contains(only)).toList()) {
                run(store, filter, executor, plain);
            }
            for (String filter : CANCELLED) {
                System.out.printf("%-36s cancelled after %.1f ms%n", filter, cancel(store, filter, executor));
            }
            System.out.printf("most heap in use: %d MB%n", peakHeap() >> 20);
            System.out.printf("opened, with the rows of a first screen: %.0f ms%n", open(directory.resolve("capture")));
        } finally {
            executor.shutdownNow();
            delete(directory);
        }
    }

    /** As if the writer had died; a read of the capture while it is written is the same. */
    private static double open(Path capture) throws IOException {
        long start = System.nanoTime();
        try (StoredCapture stored = StoredCapture.open(capture)) {
            ByteBuffer row = ByteBuffer.allocate(PAYLOAD);
            for (long number = stored.count() - ROWS; number < stored.count(); number++) {
                stored.frame(number);
                stored.payload(number, 0, row.clear());
            }
            return seconds(start) * 1000;
        }
    }

    private static void write(CaptureStore store, int frames) {
        FrameSink[] sinks = new FrameSink[2 * CONNECTIONS];
        for (int i = 0; i < sinks.length; i++) {
            sinks[i] =
                    store.recorder(i / 2 + 1, i % 2 == 0 ? Direction.CLIENT_TO_FUNCTION : Direction.FUNCTION_TO_CLIENT);
        }
        for (int i = 0; i < frames; i++) {
            boolean masked = i % 2 == 0;
            int key = masked ? i * 0x9E3779B9 : 0;
            byte[] payload = payload(i);
            for (int at = 0; masked && at < payload.length; at++) {
                payload[at] ^= (byte) (key >>> 24 - 8 * (at & 3));
            }
            FrameSink sink = sinks[i % sinks.length];
            sink.frameStarted(0x81, masked, key, PAYLOAD, masked ? 8 : 4);
            sink.payload(ByteBuffer.wrap(payload), 0, PAYLOAD);
            sink.frameEnded();
        }
    }

    private static byte[] payload(int i) {
        String type = i % 100_000 == 99_999 ? "needle-" + i : "heartbeat";
        String text =
                "{\"seq\":" + i + ",\"type\":\"" + type + "\",\"user\":{\"id\":485091432142801408,\"name\":\"nobody\"},"
                        + "\"items\":[1,2,3,4.5,true,null],\"text\":\"";
        StringBuilder padded = new StringBuilder(PAYLOAD).append(text);
        while (padded.length() < PAYLOAD - 2) {
            padded.append((char) ('a' + padded.length() * 7 % 26));
        }
        return padded.append("\"}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static double plainScan(CaptureReader store) {
        double best = Double.MAX_VALUE;
        byte[] bytes = new byte[PAYLOAD];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (long number = 0, count = store.count(); number < count; number++) {
                target.clear();
                store.payload(number, 0, target);
                for (byte b : bytes) {
                    sum += b;
                }
            }
            best = Math.min(best, seconds(start));
        }
        System.out.println("sum " + sum);
        return best;
    }

    private static void run(CaptureStore store, String filter, ExecutorService executor, double plain)
            throws Exception {
        double best = Double.MAX_VALUE;
        long matches = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (QueryScan scan = new QueryScan(plan(filter), store, executor, 2)) {
                long start = System.nanoTime();
                scan.extend().toCompletableFuture().get();
                best = Math.min(best, seconds(start));
                matches = scan.matches().size();
            }
        }
        System.out.printf("%-36s %6.2f s  %5.2f of the plain scan  %d matches%n", filter, best, best / plain, matches);
    }

    private static double cancel(CaptureStore store, String filter, ExecutorService executor) throws Exception {
        QueryScan scan = new QueryScan(plan(filter), store, executor, 2);
        var finished = scan.extend().toCompletableFuture();
        while (scan.tested() == 0) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        scan.close();
        finished.get();
        return seconds(start) * 1000;
    }

    private static Plan plan(String filter) {
        if (!(Query.parse(filter) instanceof Query.Expression expression)) {
            throw new IllegalArgumentException(filter);
        }
        ConnectionFacts facts = connection ->
                java.util.Optional.of(new ConnectionFact("id", 0, "/" + connection, List.of(), "", "ended", "stopped"));
        return new Plan(expression.expr(), new QueryEnvironment(facts, PayloadSource.NONE, 0, ZoneOffset.UTC));
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
