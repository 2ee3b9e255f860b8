package io.scflocal.app.decode;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Reads CBOR (RFC 8949) into a tree. */
final class CborOutline {
    private static final int DEEPEST = 200;
    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xFF;
    private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

    private final ByteInput in;
    private final OutlineBuilder builder;

    private CborOutline(byte[] bytes, Cancellation cancellation) {
        in = new ByteInput(bytes);
        builder = new OutlineBuilder(cancellation);
    }

    /** The tree of the one data item that {@code bytes} are. */
    static Outline read(byte[] bytes, Cancellation cancellation) throws DecodeException {
        CborOutline reader = new CborOutline(bytes, cancellation);
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
        int info = first & 0x1F;
        switch (first >> 5) {
            case 0 -> builder.leaf(Outline.Kind.NUMBER, Long.toUnsignedString(argument(info)), position);
            case 1 -> builder.leaf(Outline.Kind.NUMBER, negative(argument(info)), position);
            case 2 -> builder.leaf(Outline.Kind.BYTES, Written.bytes(string(2, info)), position);
            case 3 -> builder.leaf(Outline.Kind.STRING, Written.quoted(string(3, info)), position);
            case 4 -> array(info, depth, position);
            case 5 -> map(info, depth, position);
            case 6 -> {
                builder.tag("tag " + Long.toUnsignedString(argument(info)), position);
                item(depth + 1);
            }
            default -> simple(info, position);
        }
    }

    private long argument(int info) throws DecodeException {
        return switch (info) {
            case 24 -> in.number(1);
            case 25 -> in.number(2);
            case 26 -> in.number(4);
            case 27 -> in.number(8);
            default -> {
                if (info > 27) {
                    throw new DecodeException(Fault.UNEXPECTED, in.at() - 1L);
                }
                yield info;
            }
        };
    }

    private static String negative(long argument) {
        return argument >= 0
                ? Long.toString(-1 - argument)
                : MINUS_ONE
                        .subtract(new BigInteger(Long.toUnsignedString(argument)))
                        .toString();
    }

    private byte[] string(int major, int info) throws DecodeException {
        if (info != INDEFINITE) {
            return in.take(argument(info));
        }
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        while (in.peek() != BREAK) {
            int piece = in.next();
            if (piece >> 5 != major || (piece & 0x1F) == INDEFINITE) {
                throw new DecodeException(Fault.UNEXPECTED, in.at() - 1L);
            }
            pieces.writeBytes(in.take(argument(piece & 0x1F)));
        }
        in.next();
        return pieces.toByteArray();
    }

    private void array(int info, int depth, int position) throws DecodeException {
        builder.open(Outline.Kind.ARRAY, position);
        long count = count(info);
        for (long i = 0; more(i, count); i++) {
            item(depth + 1);
        }
        builder.close();
    }

    private void map(int info, int depth, int position) throws DecodeException {
        builder.open(Outline.Kind.OBJECT, position);
        long count = count(info);
        for (long i = 0; more(i, count); i++) {
            builder.key(key(depth + 1));
            item(depth + 1);
        }
        builder.close();
    }

    /** How many there are; -1 if the end is marked. */
    private long count(int info) throws DecodeException {
        if (info == INDEFINITE) {
            return -1;
        }
        long count = argument(info);
        if (count < 0 || count > in.left()) {
            throw new DecodeException(Fault.ENDS_EARLY, (long) in.at() + in.left());
        }
        return count;
    }

    private boolean more(long done, long count) throws DecodeException {
        if (count >= 0) {
            return done < count;
        }
        if (in.peek() == BREAK) {
            in.next();
            return false;
        }
        return true;
    }

    private String key(int depth) throws DecodeException {
        CborOutline keys = new CborOutline(in, builder);
        keys.item(depth);
        Outline key = keys.builder.build();
        return switch (key.kind(0)) {
            case OBJECT -> "{…}";
            case ARRAY -> "[…]";
            default -> Written.key(key.text(0));
        };
    }

    /** Reads a key on its own, from where {@code shared} stands. */
    private CborOutline(ByteInput shared, OutlineBuilder parent) {
        in = shared;
        builder = parent.aside();
    }

    private void simple(int info, int position) throws DecodeException {
        switch (info) {
            case 20 -> builder.leaf(Outline.Kind.LITERAL, "false", position);
            case 21 -> builder.leaf(Outline.Kind.LITERAL, "true", position);
            case 22 -> builder.leaf(Outline.Kind.LITERAL, "null", position);
            case 23 -> builder.leaf(Outline.Kind.LITERAL, "undefined", position);
            case 24 -> builder.leaf(Outline.Kind.LITERAL, "simple(" + in.next() + ")", position);
            case 25 -> builder.leaf(Outline.Kind.NUMBER, Written.number(half((int) in.number(2))), position);
            case 26 ->
                builder.leaf(Outline.Kind.NUMBER, Float.toString(Float.intBitsToFloat((int) in.number(4))), position);
            case 27 ->
                builder.leaf(Outline.Kind.NUMBER, Written.number(Double.longBitsToDouble(in.number(8))), position);
            default -> {
                if (info > 27) {
                    throw new DecodeException(Fault.UNEXPECTED, position);
                }
                builder.leaf(Outline.Kind.LITERAL, "simple(" + info + ")", position);
            }
        }
    }

    /** IEEE 754 half precision. Source: RFC 8949 appendix D. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double value;
        if (exponent == 0) {
            value = Math.scalb((double) fraction, -24);
        } else if (exponent == 31) {
            value = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            value = Math.scalb((double) (fraction + 1024), exponent - 25);
        }
        return (bits & 0x8000) == 0 ? value : -value;
    }
}
