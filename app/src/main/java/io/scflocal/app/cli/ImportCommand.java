package io.scflocal.app.cli;

import io.scflocal.app.text.ImportText;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.export.CaptureImport;
import io.scflocal.core.export.ExportProgress;
import io.scflocal.core.export.ImportException;
import io.scflocal.core.export.ImportFormat;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code scf-local import}: makes a capture of a file. */
final class ImportCommand {
    private final Path file;
    private final Optional<ImportFormat> format;
    private final Terminal terminal;
    private final Messages messages;

    /**
     * @param format what the file is; found out when empty
     */
    ImportCommand(Path file, Optional<ImportFormat> format, Terminal terminal, Messages messages) {
        this.file = file;
        this.format = format;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Imports, prints the id of the capture, and returns the exit status. */
    int execute(Path root) {
        try {
            ImportFormat known = format.isPresent() ? format.get() : ImportFormat.of(file);
            Path directory =
                    new CaptureImport(new Captures(root), Ticker.system()).read(file, known, ExportProgress.NONE);
            try (StoredCapture capture = StoredCapture.open(directory)) {
                terminal.err().println(messages.get("capture.imported", file.toString(), capture.count()));
            }
            terminal.out().println(directory.getFileName());
            return ExitStatus.OK;
        } catch (ImportException e) {
            return failed(ImportText.of(messages, e));
        } catch (IOException e) {
            return failed(e);
        }
    }

    private int failed(Object reason) {
        terminal.err()
                .println(messages.get("cli.error", messages.get("capture.error.import", file.toString(), reason)));
        return ExitStatus.INTERNAL_ERROR;
    }
}
