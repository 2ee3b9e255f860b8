package io.scflocal.app.logs;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.invocation.LogLine;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Writes lines of the log into files, in the background.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
final class LogExport {
    private final Threads threads;
    private final ReadOnlyObjectWrapper<Optional<Exported>> exported =
            new ReadOnlyObjectWrapper<>(this, "exported", Optional.empty());

    /**
     * What became of an export.
     *
     * @param lines how many lines were written
     * @param error what went wrong; empty if nothing did
     */
    record Exported(int lines, String error) {}

    LogExport(Threads threads) {
        this.threads = threads;
    }

    void write(List<LogLine> lines, Path file) {
        threads.background().execute(() -> {
            try (Writer writer = Files.newBufferedWriter(file)) {
                for (LogLine line : lines) {
                    writer.write(LogText.copy(List.of(line)) + System.lineSeparator());
                }
                threads.screen().execute(() -> exported.set(Optional.of(new Exported(lines.size(), ""))));
            } catch (IOException e) {
                threads.screen().execute(() -> exported.set(Optional.of(new Exported(0, String.valueOf(e)))));
            }
        });
    }

    /** What became of the last export. */
    ReadOnlyObjectProperty<Optional<Exported>> exportedProperty() {
        return exported.getReadOnlyProperty();
    }
}
