package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.capture.StoredCapture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds the capture that the user has named: by its id, by its directory, or as the last one. */
record NamedCapture(Path root, Messages messages) {
    private static final String LAST = "last";

    /**
     * Opens a capture.
     *
     * @throws UsageException if there is none of that name, or it can't be read
     */
    StoredCapture open(String name) throws UsageException {
        try {
            return StoredCapture.open(find(name));
        } catch (IOException e) {
            throw new UsageException(messages.get("cli.error.captureUnreadable", e));
        }
    }

    private Path find(String name) throws UsageException, IOException {
        List<Captures.Entry> all = new Captures(root).list();
        if (name.equals(LAST)) {
            if (all.isEmpty()) {
                throw new UsageException(messages.get("cli.error.noCaptures", root.toString()));
            }
            return all.get(all.size() - 1).directory();
        }
        for (Captures.Entry entry : all) {
            if (entry.id().equals(name)) {
                return entry.directory();
            }
        }
        return directory(name);
    }

    private Path directory(String name) throws UsageException {
        File directory = new File(name);
        if (!directory.isDirectory()) {
            throw new UsageException(messages.get("cli.error.noSuchCapture", name));
        }
        return directory.toPath();
    }
}
