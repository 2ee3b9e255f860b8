package io.scflocal.app.detail;

import io.scflocal.app.decode.Markup;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.LineBuilder;
import io.scflocal.app.lines.Run;
import io.scflocal.app.payload.Utf8;
import java.util.List;

/** XML laid out over lines: an element with nothing but a text in it stays on one. */
final class MarkupLines {
    private static final int MAX_INDENT = 40;

    private MarkupLines() {}

    static List<Line> of(List<Markup.Piece> pieces) {
        LineBuilder lines = new LineBuilder();
        int i = 0;
        while (i < pieces.size()) {
            int together = isLeaf(pieces, i) ? 3 : isEmpty(pieces, i) ? 2 : 1;
            lines.add("  ".repeat(Math.min(pieces.get(i).depth(), MAX_INDENT)), Run.Kind.PLAIN);
            for (Markup.Piece piece : pieces.subList(i, i + together)) {
                Run.Kind kind =
                        piece.tag() ? (piece.text().startsWith("<!") ? Run.Kind.MUTED : Run.Kind.KEY) : Run.Kind.STRING;
                lines.add(Utf8.oneLine(piece.text(), Integer.MAX_VALUE), kind);
            }
            lines.end();
            i += together;
        }
        return lines.build();
    }

    private static boolean isLeaf(List<Markup.Piece> pieces, int i) {
        return i + 2 < pieces.size() && !pieces.get(i + 1).tag() && closes(pieces.get(i), pieces.get(i + 2));
    }

    private static boolean isEmpty(List<Markup.Piece> pieces, int i) {
        return i + 1 < pieces.size() && closes(pieces.get(i), pieces.get(i + 1));
    }

    private static boolean closes(Markup.Piece begin, Markup.Piece end) {
        return begin.tag() && end.tag() && end.text().startsWith("</") && end.depth() == begin.depth();
    }
}
