package io.scflocal.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What comes with the application, and under which licence. */
final class Licences {

    /**
     * One library.
     *
     * @param name its name
     * @param licence SPDX names where there are such
     */
    record Entry(String name, String licence) {}

    private Licences() {}

    /** All of them, by name. */
    static List<Entry> all() {
        try (InputStream in = Licences.class.getResourceAsStream("licences.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(columns -> new Entry(columns[0], columns[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of licences can't be read", e);
        }
    }
}
