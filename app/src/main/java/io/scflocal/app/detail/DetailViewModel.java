package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.decode.Format;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.payload.Content;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.invocation.Invocations;
import java.lang.System.Logger.Level;
import java.util.Optional;
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

    private final DetailWork work;
    private final ReadOnlyObjectWrapper<Optional<FrameDetail>> detail =
            new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
    private final PayloadOrders orders;
    private final FormatChoice formats = new FormatChoice();
    private final DiffViewModel diff;
    private Optional<FrameSource> source = Optional.empty();
    private Optional<Request> wanted = Optional.empty();
    private boolean loading;

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
    record Notice(String key, Object argument) {}

    /** Shows nothing yet. */
    public DetailViewModel(Threads threads) {
        work = new DetailWork(threads);
        diff = new DiffViewModel(threads);
        orders = new PayloadOrders(work, detail.getReadOnlyProperty(), notice);
    }

    /** What is known of the frame; empty when none is selected and until it has been read. */
    ReadOnlyObjectProperty<Optional<FrameDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What became of the last order; empty again with the next frame. */
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What can be done with the payload of the frame. */
    PayloadOrders orders() {
        return orders;
    }

    /** The comparison with another frame. */
    DiffViewModel diff() {
        return diff;
    }

    /** From now on the frames are those of this capture; shows none of them yet. */
    public void source(CaptureReader capture, Invocations table) {
        clear();
        orders.cancelSaving();
        formats.forget();
        source = Optional.of(new FrameSource(capture, table));
        diff.source(capture);
    }

    /** There are no frames any more. Call it before the capture is closed. */
    public void showNothing() {
        clear();
        orders.cancelSaving();
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

    /**
     * Reads the frame again if it was still arriving when it was read, and has grown, if its message has become known, or if its connection
     * has ended.
     */
    public void refresh() {
        if (loading || wanted.isEmpty() || detail.get().isEmpty()) {
            return;
        }
        if (hasChanged(detail.get().get(), wanted.get().source.reader())) {
            load(wanted.get().number);
        }
    }

    private static boolean hasChanged(FrameDetail detail, CaptureReader reader) {
        Content shown = detail.content();
        FrameRecord frame = shown.frame();
        return detail.hasEndedSince()
                || !frame.complete() && !frame.equals(reader.frame(frame.number()))
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
        work.run(
                () -> Optional.of(FrameDetail.read(request.source, number, formats))
                        .filter(read -> read.frame().isListed()),
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
        work.run(
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

    private void failed(String key, Exception e) {
        LOG.log(Level.WARNING, "A frame could not be read", e);
        notice.set(Optional.of(new Notice(key, e)));
    }
}
