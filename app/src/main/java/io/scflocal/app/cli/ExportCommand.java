package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.app.text.TableStyle;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.export.ExportFile;
import io.scflocal.core.export.ExportProgress;
import io.scflocal.core.export.FrameSelection;
import io.scflocal.core.export.QuerySelection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code scf-local export}: writes a capture in the format of another program. */
final class ExportCommand {
    private final ExportOptions options;
    private final Path captures;
    private final Terminal terminal;
    private final Messages messages;

    /** Looks for captures under {@code captures}. */
    ExportCommand(ExportOptions options, Path captures, Terminal terminal, Messages messages) {
        this.options = options;
        this.captures = captures;
        this.terminal = terminal;
        this.messages = messages;
    }

    /**
     * Exports and returns the exit status.
     *
     * @throws UsageException if there is no such capture
     */
    int execute() throws UsageException, InterruptedException {
        try (StoredCapture capture = new NamedCapture(captures, messages).open(options.capture())) {
            capture.damage().ifPresent(damage -> terminal.err()
                    .println(messages.get("cli.notice.damage", damage.frames(), damage.records())));
            capture.awaitMessages();
            export(capture);
            return ExitStatus.OK;
        } catch (IOException e) {
            // Of standard output the caller says it, as for every command.
            if (!terminal.out().checkError()) {
                terminal.err().println(messages.get("cli.error", messages.get("cli.error.export", e)));
            }
            return ExitStatus.INTERNAL_ERROR;
        }
    }

    private void export(StoredCapture capture) throws IOException {
        if (options.file().isEmpty()) {
            write(capture, new StandardOutput(terminal.out()));
            return;
        }
        Path file = options.file().get();
        ExportFile.write(file, out -> write(capture, out));
        terminal.err().println(messages.get("cli.exported", file.toString(), capture.count()));
    }

    private void write(StoredCapture capture, OutputStream out) throws IOException {
        CaptureSource source = CaptureSource.of(capture);
        FrameSelection selection = options.filter().isPresent()
                ? new QuerySelection(options.filter().get(), source)
                : FrameSelection.ALL;
        options.format()
                .writer(options.redaction(), TableStyle.of(messages))
                .write(source, selection, out, ExportProgress.NONE);
    }

    /** Standard output that does not hide that nobody reads it any more. */
    private static final class StandardOutput extends OutputStream {
        private final PrintStream out;

        StandardOutput(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            if (out.checkError()) {
                throw new IOException("standard output is closed");
            }
        }
    }
}
