package io.scflocal.app.decode;

import java.time.DateTimeException;
import java.time.Instant;

/** Reads MessagePack into a tree. Source: the specification of MessagePack, with its extension type timestamp. */
final class MessagePackOutline {
    private static final int DEEPEST = 200;
    private static final int TIMESTAMP = -1;
    private static final long SECONDS_34_BITS = 0x3_FFFF_FFFFL;

    private final ByteInput in;
    private final OutlineBuilder builder;

    private MessagePackOutline(ByteInput in, OutlineBuilder builder) {
        this.in = in;
        this.builder = builder;
    }

    /** The tree of the one object that {@code bytes} are. */
    static Outline read(byte[] bytes, Cancellation cancellation) throws DecodeException {
        MessagePackOutline reader = new MessagePackOutline(new ByteInput(bytes), new OutlineBuilder(cancellation));
        reader.item(0);
        reader.in.end();
        return reader.builder.build();
    }

    private void item(int depth) throws DecodeException {
        int position = in.at();
        if (depth > DEEPEST) {
            throw new DecodeException(Fault.TOO_DEEP, position);
        }
        int first = in.next();
        if (first < 0x80 || first >= 0xE0) {
            number(Integer.toString((byte) first), position);
        } else if (first < 0x90) {
            map(first & 0xF, depth, position);
        } else if (first < 0xA0) {
            array(first & 0xF, depth, position);
        } else if (first < 0xC0) {
            string(first & 0x1F, position);
        } else {
            marked(first, depth, position);
        }
    }

    private void marked(int first, int depth, int position) throws DecodeException {
        switch (first) {
            case 0xC0 -> builder.leaf(Outline.Kind.LITERAL, "null", position);
            case 0xC2 -> builder.leaf(Outline.Kind.LITERAL, "false", position);
            case 0xC3 -> builder.leaf(Outline.Kind.LITERAL, "true", position);
            case 0xC4, 0xC5, 0xC6 -> {
                byte[] bytes = in.take(in.number(1 << first - 0xC4));
                builder.leaf(Outline.Kind.BYTES, Written.bytes(bytes), position);
            }
            case 0xC7, 0xC8, 0xC9 -> extension(in.number(1 << first - 0xC7), position);
            case 0xCA -> number(Float.toString(Float.intBitsToFloat((int) in.number(4))), position);
            case 0xCB -> number(Written.number(Double.longBitsToDouble(in.number(8))), position);
            case 0xCC, 0xCD, 0xCE, 0xCF -> number(Long.toUnsignedString(in.number(1 << first - 0xCC)), position);
            case 0xD0, 0xD1, 0xD2, 0xD3 -> number(Long.toString(signed(1 << first - 0xD0)), position);
            case 0xD4, 0xD5, 0xD6, 0xD7, 0xD8 -> extension(1L << first - 0xD4, position);
            case 0xD9, 0xDA, 0xDB -> string(in.number(1 << first - 0xD9), position);
            case 0xDC, 0xDD -> array(in.number(2 << first - 0xDC), depth, position);
            case 0xDE, 0xDF -> map(in.number(2 << first - 0xDE), depth, position);
            default -> throw new DecodeException(Fault.UNEXPECTED, position);
        }
    }

    private long signed(int bytes) throws DecodeException {
        int unused = 64 - bytes * 8;
        return in.number(bytes) << unused >> unused;
    }

    private void number(String text, int position) throws DecodeException {
        builder.leaf(Outline.Kind.NUMBER, text, position);
    }

    private void string(long length, int position) throws DecodeException {
        builder.leaf(Outline.Kind.STRING, Written.quoted(in.take(length)), position);
    }

    private void array(long count, int depth, int position) throws DecodeException {
        check(count);
        builder.open(Outline.Kind.ARRAY, position);
        for (long i = 0; i < count; i++) {
            item(depth + 1);
        }
        builder.close();
    }

    private void map(long count, int depth, int position) throws DecodeException {
        check(count);
        builder.open(Outline.Kind.OBJECT, position);
        for (long i = 0; i < count; i++) {
            builder.key(key(depth + 1));
            item(depth + 1);
        }
        builder.close();
    }

    private void check(long count) throws DecodeException {
        if (count > in.left()) {
            throw new DecodeException(Fault.ENDS_EARLY, (long) in.at() + in.left());
        }
    }

    private String key(int depth) throws DecodeException {
        MessagePackOutline keys = new MessagePackOutline(in, builder.aside());
        keys.item(depth);
        Outline key = keys.builder.build();
        return switch (key.kind(0)) {
            case OBJECT -> "{…}";
            case ARRAY -> "[…]";
            default -> Written.key(key.text(0));
        };
    }

    private void extension(long length, int position) throws DecodeException {
        int type = (byte) in.next();
        byte[] bytes = in.take(length);
        if (type == TIMESTAMP && (length == 4 || length == 8 || length == 12)) {
            builder.leaf(Outline.Kind.LITERAL, timestamp(new ByteInput(bytes), position), position);
        } else {
            builder.tag("ext " + type, position);
            builder.leaf(Outline.Kind.BYTES, Written.bytes(bytes), position);
        }
    }

    private static String timestamp(ByteInput bytes, int position) throws DecodeException {
        try {
            return switch (bytes.left()) {
                case 4 -> Instant.ofEpochSecond(bytes.number(4)).toString();
                case 8 -> {
                    long both = bytes.number(8);
                    yield Instant.ofEpochSecond(both & SECONDS_34_BITS, both >>> 34)
                            .toString();
                }
                default -> {
                    long nanos = bytes.number(4);
                    yield Instant.ofEpochSecond(bytes.number(8), nanos).toString();
                }
            };
        } catch (DateTimeException | ArithmeticException outOfRange) {
            throw new DecodeException(Fault.UNEXPECTED, position);
        }
    }
}
