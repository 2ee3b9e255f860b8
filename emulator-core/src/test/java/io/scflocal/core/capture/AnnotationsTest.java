package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {
    @TempDir
    Path directory;

    private final HandClock clock = new HandClock();

    @Test
    void theNewestOfAFrameSurvivesReopening() throws IOException {
        Annotation expected = new Annotation(7, 3, true, "red", "why?");
        try (CaptureStore store = CaptureStore.create(directory, clock)) {
            Annotations annotations = store.annotations();
            assertTrue(annotations.isWritable());
            clock.now.set(1);
            annotations.mark(9, true);
            annotations.mark(7, true);
            clock.now.set(2);
            annotations.note(7, "why?");
            annotations.mark(9, false);
            clock.now.set(3);
            annotations.label(7, "red");
            assertEquals(List.of(expected), annotations.all());
            assertEquals(5, annotations.changes());
        }
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(Optional.of(expected), stored.annotations().of(7));
            assertEquals(List.of(expected), stored.annotations().all());
            assertFalse(stored.annotations().isWritable());
            assertThrows(UnsupportedOperationException.class, () -> stored.annotations()
                    .mark(1, true));
        }
    }

    @Test
    void takingBackWhatWasNeverNotedChangesNothing() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, clock)) {
            store.annotations().mark(3, false);
            assertEquals(0, store.annotations().changes());
        }
    }

    @Test
    void longTextsAreCut() {
        Annotation cut = new Annotation(0, 0, false, "l".repeat(1000), "n".repeat(100_000));
        assertEquals(Annotation.LONGEST_LABEL, cut.label().length());
        assertEquals(Annotation.LONGEST_NOTE, cut.note().length());
    }
}
