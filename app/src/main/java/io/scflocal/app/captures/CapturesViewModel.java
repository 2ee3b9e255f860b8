package io.scflocal.app.captures;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.text.GapText;
import io.scflocal.app.text.ImportText;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.TableStyle;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.export.CaptureImport;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.export.CaptureWriter;
import io.scflocal.core.export.ExportFile;
import io.scflocal.core.export.ExportFormat;
import io.scflocal.core.export.FrameSelection;
import io.scflocal.core.export.ImportException;
import io.scflocal.core.export.ImportFormat;
import io.scflocal.core.export.RawPayloads;
import io.scflocal.core.export.Redaction;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Exports, imports and lists captures.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class CapturesViewModel {
    private static final System.Logger LOG = System.getLogger(CapturesViewModel.class.getName());
    private static final Set<ExportFormat> WITH_HANDSHAKES =
            EnumSet.of(ExportFormat.HAR, ExportFormat.JSONL, ExportFormat.PCAPNG);

    private final CaptureSettings settings;
    private final Texts texts;
    private final Threads threads;
    private final Notices notices;
    private final TaskViewModel task;
    private final BooleanProperty withSecrets = new SimpleBooleanProperty(this, "withSecrets");
    private final ObservableList<Listed> entries = FXCollections.observableArrayList();
    private final Consumer<Path> opener;

    /**
     * A capture in the list.
     *
     * @param inUse whether it is being written or read
     */
    public record Listed(Captures.Entry entry, boolean inUse) {}

    /**
     * Nothing is listed yet.
     *
     * @param opener opens the capture in a directory for reading
     */
    public CapturesViewModel(
            CaptureSettings settings, Texts texts, Threads threads, Notices notices, Consumer<Path> opener) {
        this.settings = settings;
        this.texts = texts;
        this.threads = threads;
        this.notices = notices;
        this.opener = opener;
        task = new TaskViewModel(threads, notices);
    }

    /** Writes selected frames of a capture into a file. */
    public void export(CaptureSource capture, FrameSelection selection, ExportFormat format, Path file) {
        Redaction redaction = withSecrets.get() ? Redaction.NOTHING : Redaction.SECRETS;
        CaptureWriter writer = format.writer(redaction, TableStyle.of(texts.messages()));
        task.begin(
                TaskViewModel.Subject.of(file),
                progress -> {
                    ExportFile.write(file, out -> writer.write(capture, selection, out, progress));
                    return Files.size(file);
                },
                bytes -> tell(capture, format, file, bytes));
    }

    private void tell(CaptureSource capture, ExportFormat format, Path file, long bytes) {
        boolean masked = WITH_HANDSHAKES.contains(format) && !withSecrets.get();
        notices.show(Notice.done(
                masked ? "captures.exported.masked" : "captures.exported", file.toString(), Quantities.bytes(bytes)));
        capture.frames()
                .gap()
                .filter(gap -> format != ExportFormat.CLS || gap.lines() > 0)
                .ifPresent(gap -> notices.show(Notice.problem(
                        "captures.exported.gap",
                        String.valueOf(file.getFileName()),
                        GapText.of(texts.messages(), gap, ZoneId.systemDefault()))));
    }

    /** Writes the payload of each selected message into a file of its own in a directory; what was written stays when it is cancelled. */
    public void exportPayloads(CaptureSource capture, FrameSelection selection, Path directory) {
        task.begin(
                new TaskViewModel.Subject(String.valueOf(directory.getFileName()), "captures.payloads.cancelled"),
                progress -> new RawPayloads(directory).write(capture, selection, progress),
                count -> notices.show(Notice.done("captures.payloads.done", directory.toString(), count)));
    }

    /** Makes a capture of a file and opens it. */
    public void importFile(Path file) {
        Captures captures = new Captures(settings.options().root());
        Messages messages = texts.messages();
        task.begin(
                TaskViewModel.Subject.of(file),
                progress -> {
                    try {
                        return new CaptureImport(captures, Ticker.system()).read(file, ImportFormat.of(file), progress);
                    } catch (ImportException e) {
                        throw new IOException(ImportText.of(messages, e), e);
                    }
                },
                directory -> {
                    list();
                    opener.accept(directory);
                });
    }

    /** Opens a capture for reading. */
    public void open(Path directory) {
        opener.accept(directory);
    }

    /** Looks again which captures there are, in the background. */
    public void list() {
        Path root = settings.options().root();
        threads.background().execute(() -> {
            try {
                List<Listed> found = new ArrayList<>();
                for (Captures.Entry entry : new Captures(root).list()) {
                    found.add(0, new Listed(entry, Captures.isInUse(entry.directory())));
                }
                threads.screen().execute(() -> entries.setAll(found));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The captures can't be listed", e);
                threads.screen()
                        .execute(() -> notices.show(Notice.problem("captures.task.failed", root.toString(), e)));
            }
        });
    }

    /** The captures, the newest first. */
    public ObservableList<Listed> entries() {
        return entries;
    }

    /** Whether secrets of handshakes are exported. */
    public BooleanProperty withSecretsProperty() {
        return withSecrets;
    }

    /** What is done at the moment. */
    public TaskViewModel task() {
        return task;
    }

    /** Where captures are kept, and how much of them. */
    public CaptureSettings settings() {
        return settings;
    }
}
