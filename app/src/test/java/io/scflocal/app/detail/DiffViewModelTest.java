package io.scflocal.app.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Sample;
import io.scflocal.core.frame.Direction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DiffViewModelTest {
    private static final Direction UP = Direction.CLIENT_TO_FUNCTION;

    private final DetailViewModel detail = new DetailViewModel(new Threads(Runnable::run, Runnable::run));

    private Comparison compare(Sample left, Sample right) {
        detail.source(FakeCapture.of(left, right), Connections.none());
        detail.diff().compare(0, 1);
        return detail.diff().resultProperty().get().orElseThrow();
    }

    private static String changes(Comparison comparison) {
        return comparison.steps().orElseThrow().stream()
                .filter(step -> step.change() != LineDiff.Change.SAME)
                .map(step -> (step.change() == LineDiff.Change.ADDED ? "+" : "-")
                        + step.text().strip())
                .collect(Collectors.joining(" "));
    }

    @Test
    void jsonIsComparedByValuesWhateverTheOrderOfKeys() {
        Comparison comparison = compare(
                Sample.text(0, 1, UP, "{\"a\":1,\"b\":[1,2],\"c\":null}"),
                Sample.text(1, 1, UP, "{ \"c\": null, \"b\": [1,3], \"a\": 1 }"));
        assertEquals(Comparison.Basis.VALUES, comparison.basis());
        assertEquals("-2 +3", changes(comparison));
    }

    @Test
    void textsAreComparedByLinesAndOthersByBytes() {
        Comparison lines = compare(Sample.text(0, 1, UP, "a\nb\nc"), Sample.text(1, 1, UP, "a\nc"));
        assertEquals(Comparison.Basis.LINES, lines.basis());
        assertEquals("-b", changes(lines));
        Comparison bytes = compare(
                Sample.of(0, 1, UP, 0x82, new byte[] {0, 0, 18}), Sample.of(1, 1, UP, 0x82, new byte[] {0, 0, 19}));
        assertEquals(Comparison.Basis.BYTES, bytes.basis());
        assertTrue(
                compare(Sample.text(0, 1, UP, "x"), Sample.text(1, 1, UP, "x")).isSame());
    }

    @Test
    void textsInBinaryFramesAreComparedByLinesToo() throws IOException {
        Comparison comparison = compare(
                Sample.of(0, 1, UP, 0x82, gzip("the first line\nthe second\nthe third\n")),
                Sample.of(1, 1, UP, 0x82, gzip("the first line\nthe third\n")));
        assertEquals(Comparison.Basis.LINES, comparison.basis());
        assertEquals("-the second", changes(comparison));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aTextAndSomethingElseAreComparedByBytes() {
        Comparison comparison = compare(
                Sample.text(0, 1, UP, "part"),
                Sample.of(1, 1, UP, 0x82, new byte[] {(byte) 0x82, (byte) 0xA1, 'a', 1, (byte) 0xA1, 'b', 2}));
        assertEquals(Comparison.Basis.BYTES, comparison.basis());
    }

    @Test
    void theSelectedFrameIsComparedWithTheReference() {
        detail.source(FakeCapture.of(Sample.text(0, 1, UP, "a"), Sample.text(1, 1, UP, "b")), Connections.none());
        detail.show(0);
        assertTrue(detail.diff().resultProperty().get().isEmpty());
        detail.diff().compareWith(0);
        assertTrue(detail.diff().resultProperty().get().isEmpty());
        detail.show(1);
        Comparison comparison = detail.diff().resultProperty().get().orElseThrow();
        assertEquals(List.of(0L, 1L), List.of(comparison.left(), comparison.right()));
        detail.showNothing();
        assertEquals(DiffViewModel.NO_FRAME, detail.diff().referenceProperty().get());
    }
}
