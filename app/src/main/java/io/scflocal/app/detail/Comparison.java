package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.decode.Decoded;
import io.scflocal.app.decode.Decoding;
import io.scflocal.app.decode.Format;
import io.scflocal.app.decode.Outline;
import io.scflocal.app.decode.PayloadDecoder;
import io.scflocal.app.payload.ByteSource;
import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.Utf8;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.frame.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is different between the messages of two frames.
 *
 * @param left number of the one frame
 * @param right number of the other
 * @param basis what was compared
 * @param cut whether one of them is longer than what was compared
 * @param steps the lines of both; empty if they are too different
 */
record Comparison(long left, long right, Basis basis, boolean cut, Optional<List<LineDiff.Step>> steps) {
    /** More of a message is not compared. */
    static final int MAX_BYTES = 4 << 20;

    private static final Set<Format> TEXTS = Set.of(Format.JSON, Format.XML, Format.TEXT);

    private static final int MAX_VALUES = 200_000;
    private static final int MAX_DEPTH = 200;

    /** What was compared. */
    enum Basis {
        /** Values, whatever the order of their keys. */
        VALUES,
        LINES,
        BYTES
    }

    /**
     * One of the two messages.
     *
     * @param text the message as a text, unpacked if it is one in a binary message that is packed; empty if it is none
     */
    private record Side(byte[] bytes, Optional<String> text, Decoded decoded) {

        static Side of(byte[] bytes, boolean isText, Decoding decoding) {
            List<Format> formats = decoding.formats();
            boolean readable = TEXTS.contains(formats.get(formats.size() - 1));
            Optional<byte[]> text = isText
                    ? Optional.of(bytes)
                    : readable ? Optional.of(decoding.inner().orElse(bytes)) : Optional.empty();
            return new Side(bytes, text.map(Utf8::text), decoding.decoded());
        }

        boolean isTree() {
            return decoded instanceof Decoded.Tree tree && tree.outline().size() <= MAX_VALUES;
        }

        List<String> lines(Basis basis) {
            return switch (basis) {
                case VALUES -> values(((Decoded.Tree) decoded).outline());
                case LINES -> text.orElseThrow().lines().toList();
                case BYTES ->
                    new HexLines(ByteSource.of(bytes))
                            .stream().map(line -> line.text().substring(10)).toList();
            };
        }
    }

    /** Compares the messages of two frames; may block on the disk. */
    static Comparison of(CaptureReader reader, long left, long right, Cancellation cancellation) {
        Content leftContent = Content.of(reader, reader.frame(left));
        Content rightContent = Content.of(reader, reader.frame(right));
        Side one = side(leftContent, cancellation);
        Side other = side(rightContent, cancellation);
        Basis basis = one.isTree() && other.isTree()
                ? Basis.VALUES
                : one.text.isPresent() && other.text.isPresent() ? Basis.LINES : Basis.BYTES;
        return new Comparison(
                left,
                right,
                basis,
                leftContent.length() > MAX_BYTES || rightContent.length() > MAX_BYTES,
                LineDiff.of(one.lines(basis), other.lines(basis), cancellation));
    }

    private static Side side(Content content, Cancellation cancellation) {
        byte[] bytes = content.read(0, Math.min(content.length(), MAX_BYTES));
        boolean text = content.opcode() == Opcode.TEXT && !content.isCompressed();
        boolean cut = !content.isWhole() || content.length() > MAX_BYTES;
        return Side.of(bytes, text, new PayloadDecoder(cut, cancellation).guess(bytes, text));
    }

    /** Whether nothing is different. */
    boolean isSame() {
        return steps.filter(all -> all.stream().allMatch(step -> step.change() == LineDiff.Change.SAME))
                .isPresent();
    }

    /** A value on each line, those of an object by the order of their keys. */
    private static List<String> values(Outline outline) {
        List<String> lines = new ArrayList<>();
        addValue(lines, outline, 0);
        return lines;
    }

    private static void addValue(List<String> lines, Outline outline, int node) {
        int depth = outline.depth(node);
        String start = "  ".repeat(depth) + (outline.label(node).isEmpty() ? "" : outline.label(node) + ": ");
        if (!outline.kind(node).isComposite() || depth > MAX_DEPTH) {
            lines.add(start + outline.text(node));
            return;
        }
        boolean object = outline.kind(node) == Outline.Kind.OBJECT;
        lines.add(start + outline.text(node) + (object ? "{" : "["));
        List<Integer> children = new ArrayList<>();
        for (int child = node + 1; child < outline.end(node); child = outline.end(child)) {
            children.add(child);
        }
        if (object) {
            children.sort((a, b) -> outline.label(a).compareTo(outline.label(b)));
        }
        children.forEach(child -> addValue(lines, outline, child));
        lines.add("  ".repeat(depth) + (object ? "}" : "]"));
    }
}
