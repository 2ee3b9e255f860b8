package io.scflocal.app.payload;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.Opcode;
import java.util.Locale;

/** Parts of a frame in words. */
public final class FrameWords {
    private FrameWords() {}

    /** The number by which users know a frame: they count from 1, the capture from 0. */
    public static long number(FrameRecord frame) {
        return frame.number() + 1;
    }

    /** What kind of frame it is, as it is called in this language. */
    public static String opcode(Messages messages, Opcode opcode) {
        return opcode.isReserved()
                ? messages.get("payload.opcode.reserved", Formats.hex(opcode.code(), 1))
                : messages.get("payload.opcode." + opcode.name().toLowerCase(Locale.ROOT));
    }

    /** Which way it goes. */
    public static String direction(Messages messages, Direction direction) {
        return messages.get("payload.direction." + direction.name().toLowerCase(Locale.ROOT));
    }

    /** The bits that are set, in the names of RFC 6455 section 5.2. */
    public static String flags(FrameHeader header) {
        StringBuilder flags = new StringBuilder();
        add(flags, header.fin(), "FIN");
        add(flags, header.rsv1(), "RSV1");
        add(flags, header.rsv2(), "RSV2");
        add(flags, header.rsv3(), "RSV3");
        add(flags, header.masked(), "MASK");
        return flags.toString();
    }

    private static void add(StringBuilder flags, boolean set, String name) {
        if (set) {
            flags.append(flags.isEmpty() ? "" : " ").append(name);
        }
    }
}
