package io.scflocal.core.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One source of the function.
 *
 * @param path within the folder, with {@code /} between its parts
 * @param language what it is written in
 * @param text with blanks in the place of comments, so that offsets and lines stay
 */
record SourceFile(String path, Language language, String text) {

    /** The languages whose sources are looked into. */
    enum Language {
        JAVASCRIPT,
        PYTHON;

        static Optional<Language> of(Path file) {
            String name = file.getFileName().toString();
            if (name.matches(".*\\.(?:[cm]?js|ts)") && !name.endsWith(".d.ts")) {
                return Optional.of(JAVASCRIPT);
            }
            return name.endsWith(".py") ? Optional.of(PYTHON) : Optional.empty();
        }
    }

    /** Reads a file; empty if it is no text. */
    static Optional<SourceFile> read(Path folder, Path file, Language language) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(of(folder.relativize(file).toString().replace('\\', '/'), language, text));
    }

    static SourceFile of(String path, Language language, String text) {
        return new SourceFile(path, language, Comments.blanked(text, language));
    }

    int lineAt(int offset) {
        return Lines.numberAt(text, offset);
    }
}
