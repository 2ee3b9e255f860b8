package io.scflocal.core.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** As much of DER as a certificate needs. Source: ITU-T X.690 and RFC 5280. */
final class Der {
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int OCTETS = 0x04;
    static final int UTF8 = 0x0C;

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OBJECT = 0x06;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;
    private static final int SEVEN_BITS = 0x7F;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Instant FIRST_LONG_TIME = Instant.parse("2050-01-01T00:00:00Z");
    private static final int UTC_TIME = 0x17;

    private Der() {}

    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length <= SEVEN_BITS) {
            out.write(length);
        } else {
            byte[] digits = BigInteger.valueOf(length).toByteArray();
            byte[] significant = digits[0] == 0 ? Arrays.copyOfRange(digits, 1, digits.length) : digits;
            out.write(CONTEXT | significant.length);
            out.writeBytes(significant);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return of(SEQUENCE, parts);
    }

    static byte[] integer(BigInteger value) {
        return of(INTEGER, value.toByteArray());
    }

    static byte[] yes() {
        return of(BOOLEAN, new byte[] {-1});
    }

    static byte[] bits(byte[] bytes) {
        return of(BITS, new byte[] {0}, bytes);
    }

    /** A bit string of up to eight named bits whose last set one decides its length. */
    static byte[] flags(int bits) {
        return of(BITS, new byte[] {(byte) Integer.numberOfTrailingZeros(bits), (byte) bits});
    }

    static byte[] utf8(String text) {
        return of(UTF8, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As RFC 5280 section 4.1.2.5 has it: with two digits of the year before 2050. */
    static byte[] time(Instant time) {
        boolean two = time.isBefore(FIRST_LONG_TIME);
        return of(
                two ? UTC_TIME : GENERALIZED_TIME,
                (two ? SHORT_TIME : TIME).format(time).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] context(int number, boolean constructed, byte[]... parts) {
        return of(CONTEXT | (constructed ? CONSTRUCTED : 0) | number, parts);
    }

    /** An object identifier such as {@code 2.5.29.17}. */
    static byte[] object(String dotted) {
        int[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(40 * arcs[0] + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arcs[i] >>> shift != 0) {
                    out.write(CONTEXT | arcs[i] >>> shift & SEVEN_BITS);
                }
            }
            out.write(arcs[i] & SEVEN_BITS);
        }
        return of(OBJECT, out.toByteArray());
    }
}
