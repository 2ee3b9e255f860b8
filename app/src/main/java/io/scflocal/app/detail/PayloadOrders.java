package io.scflocal.app.detail;

import io.scflocal.app.detail.DetailViewModel.Notice;
import io.scflocal.app.fx.Progress;
import io.scflocal.app.text.Formats;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Copies and saves the payload of the selected frame, in the background.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class PayloadOrders {
    /** Value of {@link #savedProperty} while nothing is saved. */
    static final double NOT_SAVING = -1;

    private static final System.Logger LOG = System.getLogger(PayloadOrders.class.getName());

    private final DetailWork work;
    private final ReadOnlyObjectProperty<Optional<FrameDetail>> detail;
    private final ObjectProperty<Optional<Notice>> notice;
    private final ReadOnlyDoubleWrapper saved = new ReadOnlyDoubleWrapper(this, "saved", NOT_SAVING);
    private Progress saving;

    /**
     * Does nothing yet.
     *
     * @param detail the frame
     * @param notice where it says what became of an order
     */
    PayloadOrders(
            DetailWork work,
            ReadOnlyObjectProperty<Optional<FrameDetail>> detail,
            ObjectProperty<Optional<Notice>> notice) {
        this.work = work;
        this.detail = detail;
        this.notice = notice;
        saving = new Progress(work.threads(), saved::set);
    }

    /** How much of a payload is saved, from 0 to 1; negative while none is being saved. */
    ReadOnlyDoubleProperty savedProperty() {
        return saved.getReadOnlyProperty();
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
                .ifPresent(shown -> work.run(
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
        Progress progress = new Progress(work.threads(), saved::set);
        saving = progress;
        detail.get().ifPresent(shown -> {
            saved.set(0);
            work.run(
                    () -> PayloadExport.save(shown, file, progress),
                    whole -> saved(whole ? "detail.notice.saved" : "detail.notice.saveCancelled", file),
                    failure -> {
                        saved.set(NOT_SAVING);
                        failed("detail.notice.notSaved", failure);
                    });
        });
    }

    private void saved(String key, Path file) {
        saved.set(NOT_SAVING);
        notice.set(Optional.of(new Notice(key, file.toString())));
    }

    /** Stops the saving that is under way; the file that it was writing is deleted. */
    void cancelSaving() {
        saving.cancel();
    }

    private void failed(String key, Exception e) {
        LOG.log(Level.WARNING, "A payload could not be read or saved", e);
        notice.set(Optional.of(new Notice(key, e)));
    }
}
