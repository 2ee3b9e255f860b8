package io.scflocal.app.text;

import io.scflocal.core.export.CsvWriter;
import java.time.ZoneId;
import java.util.List;

/** How exported tables look: with headings in the user's language, which Excel reads only after a byte order mark unless they are ASCII. */
public final class TableStyle {
    private TableStyle() {}

    /** The style of a language. */
    public static CsvWriter.Style of(Messages messages) {
        List<String> headings = CsvWriter.Style.PLAIN.headings().stream()
                .map(column -> messages.get("export.column." + column))
                .toList();
        return new CsvWriter.Style(
                headings,
                gap -> GapText.of(messages, gap, ZoneId.systemDefault()),
                messages.language() == Language.CHINESE);
    }
}
