package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {
    @TempDir
    Path temporary;

    private final HandClock clock = new HandClock();
    private Path root;

    @BeforeEach
    void setTheClock() {
        root = temporary.resolve("captures");
        clock.now.set(1_795_398_067_120_000_000L);
    }

    @Test
    void capturesAreListedNewestLast() throws IOException {
        Captures captures = new Captures(root);
        assertEquals(List.of(), captures.list());
        for (int i = 0; i < 3; i++) {
            clock.now.addAndGet(1_000_000);
            try (CaptureStore store = captures.create(Path.of("/functions/" + i), CaptureLimits.DEFAULT, clock)) {
                FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
                scanner.scan(ByteBuffer.wrap(WireFrames.stream(new Random(1), i)));
            }
        }
        Files.createDirectories(root.resolve("99991231-foreign"));
        Files.writeString(root.resolve("file"), "x");
        List<Captures.Entry> entries = captures.list();
        assertEquals(3, entries.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(i, entries.get(i).frames());
            assertEquals(
                    Path.of("/functions/" + i).toString(),
                    entries.get(i).header().folder());
            assertTrue(
                    entries.get(i).id().matches("20261123-\\d{6}-\\d{3}-[0-9a-f]{4}"),
                    entries.get(i).id());
            assertFalse(entries.get(i).bytes() < 64);
        }
    }

    @Test
    void theOldestGoWhenThereAreTooManyButNoneThatIsInUse() throws IOException {
        Captures captures = new Captures(root, 3, Long.MAX_VALUE);
        try (CaptureStore running = create(captures)) {
            create(captures).close();
            Path opened = captures.list().get(1).directory();
            try (StoredCapture stored = StoredCapture.open(opened)) {
                create(captures).close();
                create(captures).close();
                List<Captures.Entry> left = captures.list();
                assertEquals(3, left.size());
                assertEquals(opened, left.get(1).directory());
                assertEquals(0, stored.count() + running.count());
            }
            create(captures).close();
            assertTrue(Files.notExists(opened));
            assertEquals(3, captures.list().size());
        }
        create(captures).close();
        create(captures).close();
        assertEquals(3, captures.list().size());
    }

    @Test
    void theOldestGoWhenTheyTakeTooMuch() throws IOException {
        Captures captures = new Captures(root, 20, 1000);
        for (int i = 0; i < 10; i++) {
            create(captures).close();
        }
        long bytes = captures.list().stream().mapToLong(Captures.Entry::bytes).sum();
        assertTrue(captures.list().size() > 1 && bytes < 1500, bytes + " bytes");
    }

    @Test
    void nothingIsLeftOfACaptureThatIsDeleted() throws IOException {
        Captures captures = new Captures(root, 1, Long.MAX_VALUE);
        try (CaptureStore store = create(captures)) {
            store.record(new LimitsRecord(1, "chat", 2, 3, false));
            store.annotations().set(0, true, "", "");
            store.record(Connections.open(1, ""));
        }
        Path first = captures.list().get(0).directory();
        create(captures).close();
        assertFalse(Files.exists(first));
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Captures captures = new Captures(root, 1, Long.MAX_VALUE);
        create(captures).close();
        Path first = captures.list().get(0).directory();
        Path note = Files.writeString(first.resolve("note.txt"), "mine");
        create(captures).close();
        assertTrue(Files.exists(note));
        assertFalse(Files.exists(first.resolve("frames.idx")));
        assertEquals(1, captures.list().size());
    }

    private CaptureStore create(Captures captures) throws IOException {
        clock.now.addAndGet(1_000_000_000);
        return captures.create(Path.of("/functions/chat"), CaptureLimits.DEFAULT, clock);
    }
}
