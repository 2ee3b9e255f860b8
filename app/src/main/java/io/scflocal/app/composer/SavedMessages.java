package io.scflocal.app.composer;

import io.scflocal.app.settings.SettingsFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The kept messages of all functions, in a file of the user's own: they may hold what belongs into no repository.
 *
 * <p>Thread-safe.
 */
public final class SavedMessages {
    /** Name of the file in the user's configuration directory. */
    public static final String NAME = "messages.properties";

    private final SettingsFile file;

    /** Keeps them in {@code file}. */
    public SavedMessages(SettingsFile file) {
        this.file = file;
    }

    /** Those of one function, in the order in which they were kept. */
    List<SavedMessage> of(Path folder) {
        List<SavedMessage> messages = new ArrayList<>();
        String prefix = prefix(folder);
        for (int i = 0; file.get(prefix + i + ".name").isPresent(); i++) {
            String key = prefix + i;
            messages.add(new SavedMessage(
                    file.get(key + ".name").orElseThrow(),
                    file.constant(key + ".kind", MessageKind.class, MessageKind.TEXT),
                    file.get(key + ".text").orElse("")));
        }
        return messages;
    }

    /** Replaces those of one function. */
    void put(Path folder, List<SavedMessage> messages) {
        String prefix = prefix(folder);
        file.removeAll(prefix);
        for (int i = 0; i < messages.size(); i++) {
            SavedMessage message = messages.get(i);
            file.put(prefix + i + ".name", message.name());
            file.put(prefix + i + ".kind", message.kind().name());
            file.put(prefix + i + ".text", message.text());
        }
    }

    private static String prefix(Path folder) {
        byte[] path = folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return "message." + UUID.nameUUIDFromBytes(path) + ".";
    }
}
