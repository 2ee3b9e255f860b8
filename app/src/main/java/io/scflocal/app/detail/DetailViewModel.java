package io.scflocal.app.detail;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.payload.Content;
import io.scflocal.app.text.Formats;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.invocation.Invocations;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The detail of the selected frame, read in the background.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
public final class DetailViewModel {
    private static final System.Logger LOG = System.getLogger(DetailViewModel.class.getName());

    private final Threads threads;
    private final ReadOnlyObjectWrapper<Optional<FrameDetail>> detail =
            new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
    private Optional<FrameSource> source = Optional.empty();
    private Optional<Request> wanted = Optional.empty();
    private boolean loading;

    private interface Work<T> {
        T done() throws IOException;
    }

    private record Request(FrameSource source, long number) {}

    /**
     * What became of the last order.
     *
     * @param key key of the text that says it
     * @param argument what stands in that text
     */
    record Notice(String key, String argument) {}

    /** Shows nothing yet. */
    public DetailViewModel(Threads threads) {
        this.threads = threads;
    }

    /** What is known of the frame; empty when none is selected and until it has been read. */
    ReadOnlyObjectProperty<Optional<FrameDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What became of the last order; empty again with the next frame. */
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** From now on the frames are those of this capture; shows none of them yet. */
    public void source(CaptureReader capture, Invocations table) {
        clear();
        source = Optional.of(new FrameSource(capture, table));
    }

    /** There are no frames any more. Call it before the capture is closed. */
    public void showNothing() {
        clear();
        source = Optional.empty();
    }

    /** Shows this frame, soon; a negative number shows none. */
    public void show(long number) {
        if (number < 0) {
            clear();
        } else {
            source.ifPresent(from -> show(new Request(from, number)));
        }
    }

    private void show(Request request) {
        if (!wanted.equals(Optional.of(request))) {
            wanted = Optional.of(request);
            notice.set(Optional.empty());
            load(request);
        }
    }

    private void clear() {
        wanted = Optional.empty();
        detail.set(Optional.empty());
        notice.set(Optional.empty());
    }

    /** Reads the frame again if it was still arriving when it was read, and has grown, or if its message has become known. */
    public void refresh() {
        if (loading || wanted.isEmpty() || detail.get().isEmpty()) {
            return;
        }
        if (hasChanged(detail.get().get().content(), wanted.get().source.reader())) {
            load(wanted.get());
        }
    }

    private static boolean hasChanged(Content shown, CaptureReader reader) {
        FrameRecord frame = shown.frame();
        return !frame.complete() && !frame.equals(reader.frame(frame.number()))
                || shown.message().isEmpty()
                        && reader.messages().messageOf(frame.number()).isPresent();
    }

    private void load(Request request) {
        loading = true;
        run(
                () -> Optional.of(FrameDetail.read(request.source, request.number)),
                read -> loaded(request, read),
                failure -> {
                    loaded(request, Optional.empty());
                    failed("detail.notice.unreadable", failure);
                });
    }

    private void loaded(Request request, Optional<FrameDetail> read) {
        if (wanted.equals(Optional.of(request))) {
            loading = false;
            detail.set(read);
        }
    }

    /** Reads the message as text and hands it to {@code taker} on the JavaFX thread. */
    void text(Consumer<String> taker) {
        take(PayloadExport::text, taker);
    }

    /** Reads the payload as hexadecimal digits and hands them to {@code taker} on the JavaFX thread. */
    void hex(Consumer<String> taker) {
        take(PayloadExport::hex, taker);
    }

    private void take(Function<FrameDetail, PayloadExport.Copy> reading, Consumer<String> taker) {
        detail.get()
                .ifPresent(shown -> run(
                        () -> reading.apply(shown),
                        copy -> {
                            taker.accept(copy.text());
                            String key = copy.whole() ? "detail.notice.copied" : "detail.notice.copiedPart";
                            notice.set(Optional.of(new Notice(key, Formats.count(copy.bytes()))));
                        },
                        failure -> failed("detail.notice.unreadable", failure)));
    }

    /** Writes the payload into a file. */
    void save(Path file) {
        detail.get()
                .ifPresent(shown -> run(
                        () -> {
                            PayloadExport.save(shown, file);
                            return file;
                        },
                        saved -> notice.set(Optional.of(new Notice("detail.notice.saved", saved.toString()))),
                        failure -> failed("detail.notice.notSaved", failure)));
    }

    private <T> void run(Work<T> work, Consumer<T> then, Consumer<Exception> otherwise) {
        threads.background().execute(() -> {
            try {
                T result = work.done();
                threads.screen().execute(() -> then.accept(result));
            } catch (IOException | RuntimeException e) {
                threads.screen().execute(() -> otherwise.accept(e));
            }
        });
    }

    private void failed(String key, Exception e) {
        LOG.log(Level.WARNING, "A frame could not be read or saved", e);
        notice.set(Optional.of(new Notice(key, String.valueOf(e.getMessage()))));
    }
}
