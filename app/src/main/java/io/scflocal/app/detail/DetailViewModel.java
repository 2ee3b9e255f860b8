package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.decode.Format;
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
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The detail of the selected frame. It is read in the background: what can be shown at once first, a large payload as the tree or text
 * that it is as soon as it is decoded. Work for a frame that is no longer selected is cancelled.
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
    private final ReadOnlyDoubleWrapper saved = new ReadOnlyDoubleWrapper(this, "saved", NOT_SAVING);
    private final FormatChoice formats = new FormatChoice();
    private final DiffViewModel diff;
    private Optional<FrameSource> source = Optional.empty();
    private Optional<Request> wanted = Optional.empty();
    private Cancellation saving = new Cancellation();
    private boolean loading;

    /** Value of {@link #savedProperty} while nothing is saved. */
    static final double NOT_SAVING = -1;

    private interface Work<T> {
        T done() throws IOException;
    }

    private record Request(FrameSource source, long number, Cancellation cancellation) {

        boolean isFor(FrameSource otherSource, long otherNumber) {
            return source.equals(otherSource) && number == otherNumber;
        }
    }

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
        diff = new DiffViewModel(threads);
    }

    /** What is known of the frame; empty when none is selected and until it has been read. */
    ReadOnlyObjectProperty<Optional<FrameDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What became of the last order; empty again with the next frame. */
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How much of a payload is saved, from 0 to 1; negative while none is being saved. */
    ReadOnlyDoubleProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** The comparison with another frame. */
    public DiffViewModel diff() {
        return diff;
    }

    /** From now on the frames are those of this capture; shows none of them yet. */
    public void source(CaptureReader capture, Invocations table) {
        clear();
        saving.cancel();
        formats.forget();
        source = Optional.of(new FrameSource(capture, table));
        diff.source(capture);
    }

    /** There are no frames any more. Call it before the capture is closed. */
    public void showNothing() {
        clear();
        saving.cancel();
        source = Optional.empty();
        diff.showNothing();
    }

    /** Shows this frame, soon; a negative number shows none. */
    public void show(long number) {
        if (number < 0) {
            clear();
        } else if (source.isPresent()
                && wanted.filter(now -> now.isFor(source.get(), number)).isEmpty()) {
            notice.set(Optional.empty());
            load(number);
            diff.select(number);
        }
    }

    /** Shows what is different between two frames, of which {@code later} is the one that is shown otherwise. */
    public void compare(long earlier, long later) {
        diff.compare(earlier, later);
        show(later);
    }

    private void clear() {
        wanted.ifPresent(request -> request.cancellation.cancel());
        wanted = Optional.empty();
        detail.set(Optional.empty());
        notice.set(Optional.empty());
        diff.select(DiffViewModel.NO_FRAME);
    }

    /** Reads the frame again if it was still arriving when it was read, and has grown, or if its message has become known. */
    public void refresh() {
        if (loading || wanted.isEmpty() || detail.get().isEmpty()) {
            return;
        }
        if (hasChanged(detail.get().get().content(), wanted.get().source.reader())) {
            load(wanted.get().number);
        }
    }

    private static boolean hasChanged(Content shown, CaptureReader reader) {
        FrameRecord frame = shown.frame();
        return !frame.complete() && !frame.equals(reader.frame(frame.number()))
                || shown.message().isEmpty()
                        && reader.messages().messageOf(frame.number()).isPresent();
    }

    /** As what frames like the selected one are shown; empty if it is found out. */
    Optional<Format> chosenFormat() {
        return detail.get().flatMap(shown -> formats.of(shown.frame()));
    }

    /** Shows the selected frame, and others like it, as {@code format}, or as what they seem to be. */
    void choose(Optional<Format> format) {
        detail.get().filter(shown -> !formats.of(shown.frame()).equals(format)).ifPresent(shown -> {
            formats.choose(shown.frame(), format);
            load(shown.frame().number());
        });
    }

    private void load(long number) {
        wanted.ifPresent(before -> before.cancellation.cancel());
        Request request = new Request(source.orElseThrow(), number, new Cancellation());
        wanted = Optional.of(request);
        loading = true;
        run(
                () -> Optional.of(FrameDetail.read(request.source, number, formats)),
                read -> loaded(request, read),
                failure -> {
                    loaded(request, Optional.empty());
                    failed("detail.notice.unreadable", failure);
                });
    }

    private void loaded(Request request, Optional<FrameDetail> read) {
        if (!request.cancellation.isCancelled()) {
            loading = false;
            detail.set(read);
            read.filter(shown -> shown.body() instanceof MessageBody.Raw raw && raw.decoding())
                    .ifPresent(shown -> decode(request, shown));
        }
    }

    private void decode(Request request, FrameDetail shown) {
        run(
                () -> MessageReading.decoded(shown.content(), formats.of(shown.frame()), request.cancellation),
                body -> {
                    if (!request.cancellation.isCancelled()) {
                        detail.set(Optional.of(shown.with(body)));
                    }
                },
                failure -> {
                    if (!request.cancellation.isCancelled()) {
                        failed("detail.notice.unreadable", failure);
                    }
                });
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
        saving.cancel();
        Cancellation cancellation = new Cancellation();
        saving = cancellation;
        detail.get().ifPresent(shown -> {
            saved.set(0);
            run(
                    () -> PayloadExport.save(shown, file, cancellation, done -> threads.screen()
                            .execute(() -> progress(cancellation, done))),
                    whole -> saved(whole ? "detail.notice.saved" : "detail.notice.saveCancelled", file),
                    failure -> {
                        saved.set(NOT_SAVING);
                        failed("detail.notice.notSaved", failure);
                    });
        });
    }

    private void progress(Cancellation cancellation, double done) {
        if (saved.get() != NOT_SAVING && !cancellation.isCancelled()) {
            saved.set(done);
        }
    }

    private void saved(String key, Path file) {
        saved.set(NOT_SAVING);
        notice.set(Optional.of(new Notice(key, file.toString())));
    }

    /** Stops the saving that is under way; the file that it was writing is deleted. */
    void cancelSaving() {
        saving.cancel();
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
