package io.scflocal.app.detail;

import io.scflocal.app.decode.Decoded;
import io.scflocal.app.decode.Decoding;
import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is to be said of a message above it. */
final class MessageHints {
    private final Messages messages;
    private final FrameDetail detail;
    private final List<String> hints = new ArrayList<>();

    private MessageHints(Messages messages, FrameDetail detail) {
        this.messages = messages;
        this.detail = detail;
    }

    static List<String> of(Messages messages, FrameDetail detail) {
        MessageHints all = new MessageHints(messages, detail);
        all.body();
        all.message();
        all.kept();
        return all.hints;
    }

    private void add(String key, Object... arguments) {
        hints.add(messages.get("detail.body." + key, arguments));
    }

    private void body() {
        String read = Formats.count(detail.content().length());
        MessageBody body = detail.body();
        if (body instanceof MessageBody.Empty) {
            add("empty");
        } else if (body instanceof MessageBody.Raw raw) {
            add(raw.decoding() ? "decoding" : "large", read);
        } else if (body instanceof MessageBody.Compressed) {
            add("compressed", Formats.count(detail.frame().header().payloadLength()));
        } else if (body instanceof MessageBody.Close close) {
            close(close.status());
        } else if (body instanceof MessageBody.Readable readable) {
            readable(readable.decoding());
        }
    }

    private void close(CloseStatus status) {
        hints.add(status.meaning(messages));
        if (status.reason().isEmpty()) {
            add("closeNoReason");
        } else {
            add("closeReason", status.reason());
        }
    }

    private void readable(Decoding decoding) {
        decoding.failure()
                .ifPresent(failure -> add(
                        "failed",
                        messages.get(failure.format().textKey()),
                        messages.get(failure.fault().textKey(), Formats.count(failure.position()))));
        if (decoding.decoded() instanceof Decoded.Image image) {
            add(
                    image.picture().isShowable() ? "image" : "imageLarge",
                    image.picture().width(),
                    image.picture().height(),
                    Formats.count(image.file().length));
        } else if (decoding.inner().isPresent()) {
            add(
                    "unpacked",
                    Formats.count(detail.content().length()),
                    Formats.count(decoding.inner().get().length));
        } else if (decoding.decoded() instanceof Decoded.Bytes
                && decoding.failure().isEmpty()) {
            add("binary", Formats.count(detail.content().length()));
        }
    }

    private void message() {
        detail.content().message().ifPresentOrElse(this::message, () -> {
            if (isFragment(detail.frame())) {
                add("fragment");
            }
        });
    }

    private void message(MessageRecord message) {
        if (message.state() != MessageRecord.State.COMPLETE) {
            add("state." + message.state().name().toLowerCase(Locale.ROOT), Formats.count(message.length()));
        }
    }

    private void kept() {
        FrameRecord frame = detail.frame();
        long declared = frame.header().payloadLength();
        if (frame.capturedLength() < declared) {
            add(
                    frame.complete() ? "truncated" : "incomplete",
                    Formats.count(frame.capturedLength()),
                    Formats.count(declared));
        }
    }

    private static boolean isFragment(FrameRecord frame) {
        Opcode opcode = frame.header().opcode();
        return opcode == Opcode.CONTINUATION
                || !opcode.isControl() && !frame.header().fin();
    }
}
