package io.scflocal.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.concurrent.Executor;

/**
 * Values under keys, kept in a properties file. Reading never fails: what can't be read is as if it had never been chosen.
 *
 * <p>Thread-safe. Writing is left to the executor, so no caller waits for the disk.
 */
public final class SettingsFile {
    /** Name of the file in the user's configuration directory. */
    public static final String NAME = "settings.properties";

    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Path file;
    private final Executor writer;
    private final Object writing = new Object();
    private final Properties values = new Properties();

    /** Reads {@code file} if it exists; changes are written there on {@code writer}. Blocks for the reading. */
    public SettingsFile(Path file, Executor writer) {
        this.file = file;
        this.writer = writer;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(Level.WARNING, "The settings in {0} can''t be read and are ignored: {1}", file, e);
            }
        }
    }

    /** Another file in the same directory, written by the same executor. Blocks for the reading. */
    public SettingsFile beside(String name) {
        return new SettingsFile(file.resolveSibling(name), writer);
    }

    /** The value under {@code key}. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** The value under {@code key} as a number; empty if there is none or it is no number. */
    public OptionalDouble number(String key) {
        try {
            return get(key).map(Double::valueOf).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** The value under {@code key} as a constant of {@code type}; {@code otherwise} if there is none or it is none of them. */
    public <E extends Enum<E>> E constant(String key, Class<E> type, E otherwise) {
        try {
            return get(key).map(name -> Enum.valueOf(type, name)).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** Remembers {@code value} under {@code key}; its text is what {@link Object#toString} gives. */
    public void put(String key, Object value) {
        Object before = values.setProperty(key, value.toString());
        if (!value.toString().equals(before)) {
            writer.execute(this::write);
        }
    }

    /** Forgets everything whose key begins with {@code prefix}. */
    public void removeAll(String prefix) {
        values.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(values::remove);
        writer.execute(this::write);
    }

    private void write() {
        synchronized (writing) {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                try (Writer out = Files.newBufferedWriter(unfinished)) {
                    values.store(out, "SCF Local");
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The settings can''t be written to {0}: {1}", file, e);
            }
        }
    }
}
