package io.scflocal.app.decode;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the wire format of Protocol Buffers into a tree without a schema: fields have numbers but no names, and bytes with a length are
 * shown as text if they are one, else as a message if they can be one, else as bytes.
 */
final class ProtobufOutline {
    private static final int DEEPEST = 32;
    private static final int LONGEST_VARINT = 10;
    private static final int MAX_FIELD = (1 << 29) - 1;

    private final byte[] bytes;
    private final OutlineBuilder builder;

    private ProtobufOutline(byte[] bytes, Cancellation cancellation) {
        this.bytes = bytes;
        builder = new OutlineBuilder(cancellation);
    }

    /** The tree of the one message that {@code bytes} are. */
    static Outline read(byte[] bytes, Cancellation cancellation) throws DecodeException {
        ProtobufOutline reader = new ProtobufOutline(bytes, cancellation);
        reader.message(new ByteInput(bytes), 0, 0);
        return reader.builder.build();
    }

    /** Reads fields up to the end, or up to the end of the group with that number. */
    private void message(ByteInput in, int depth, int group) throws DecodeException {
        if (depth > DEEPEST) {
            throw new DecodeException(Fault.TOO_DEEP, in.at());
        }
        builder.open(Outline.Kind.OBJECT, in.at());
        while (in.left() > 0) {
            int position = in.at();
            long tag = varint(in);
            long field = tag >>> 3;
            if (field < 1 || field > MAX_FIELD) {
                throw new DecodeException(Fault.UNEXPECTED, position);
            }
            if ((tag & 7) == 4 && field == group) {
                builder.close();
                return;
            }
            builder.key(Long.toString(field));
            field(in, (int) tag & 7, (int) field, depth);
        }
        if (group != 0) {
            throw new DecodeException(Fault.ENDS_EARLY, in.at());
        }
        builder.close();
    }

    private void field(ByteInput in, int wireType, int number, int depth) throws DecodeException {
        int position = in.at();
        switch (wireType) {
            case 0 -> builder.leaf(Outline.Kind.NUMBER, integer(varint(in)), position);
            case 1 -> {
                long bits = in.littleEndian(8);
                builder.leaf(Outline.Kind.NUMBER, bits + " = " + Double.longBitsToDouble(bits), position);
            }
            case 2 -> delimited(in, depth);
            case 3 -> message(in, depth + 1, number);
            case 5 -> {
                int bits = (int) in.littleEndian(4);
                builder.leaf(Outline.Kind.NUMBER, bits + " = " + Float.intBitsToFloat(bits), position);
            }
            default -> throw new DecodeException(Fault.UNEXPECTED, position);
        }
    }

    private void delimited(ByteInput in, int depth) throws DecodeException {
        long length = varint(in);
        int from = in.at();
        in.skip(length);
        byte[] content = Arrays.copyOfRange(bytes, from, in.at());
        Optional<String> text = Written.printable(content);
        if (text.isPresent()) {
            builder.leaf(Outline.Kind.STRING, Written.quoted(text.get()), from);
        } else if (isMessage(from, in.at(), depth + 1)) {
            message(new ByteInput(bytes, from, in.at()), depth + 1, 0);
        } else {
            builder.leaf(Outline.Kind.BYTES, Written.bytes(content), from);
        }
    }

    /** Whether the fields fit, down to the last byte; what is inside them is not looked at. */
    private boolean isMessage(int from, int to, int depth) {
        if (depth >= DEEPEST) {
            return false;
        }
        ByteInput in = new ByteInput(bytes, from, to);
        try {
            while (in.left() > 0) {
                long tag = varint(in);
                long field = tag >>> 3;
                if (field < 1 || field > MAX_FIELD) {
                    return false;
                }
                switch ((int) tag & 7) {
                    case 0 -> varint(in);
                    case 1 -> in.skip(8);
                    case 2 -> in.skip(varint(in));
                    case 5 -> in.skip(4);
                    default -> {
                        return false;
                    }
                }
            }
            return true;
        } catch (DecodeException e) {
            // Said by the result.
            return false;
        }
    }

    private static String integer(long value) {
        return value >= 0 ? Long.toString(value) : Long.toUnsignedString(value) + " = " + value;
    }

    private static long varint(ByteInput in) throws DecodeException {
        int position = in.at();
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            int next = in.next();
            value |= (long) (next & 0x7F) << 7 * i;
            if (next < 0x80) {
                return value;
            }
        }
        throw new DecodeException(Fault.UNEXPECTED, position);
    }
}
