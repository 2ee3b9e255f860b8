package io.scflocal.app.traffic;

import io.scflocal.app.payload.Payloads;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.query.PayloadSource;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Gives a filter the inflated texts of compressed messages. As in the list, such a text stands in the first frame of its message, and
 * the other frames have none.
 *
 * @param reader the capture
 */
record MessagePayloads(CaptureReader reader) implements PayloadSource {

    @Override
    public Optional<ByteBuffer> inflated(long number) {
        return reader.messages()
                .messageOf(number)
                .filter(message -> message.compressed() && isReadable(message))
                .map(message -> ByteBuffer.wrap(message.firstFrame() == number ? read(message) : new byte[0]));
    }

    private static boolean isReadable(MessageRecord message) {
        return message.length() > 0 || message.state() == MessageRecord.State.COMPLETE;
    }

    private byte[] read(MessageRecord message) {
        return Payloads.fill(message.length(), (done, rest) -> reader.messages().payload(message, done, rest));
    }
}
