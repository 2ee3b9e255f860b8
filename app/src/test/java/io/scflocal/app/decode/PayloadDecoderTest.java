package io.scflocal.app.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadDecoderTest {
    private final PayloadDecoder decoder = new PayloadDecoder(false, new Cancellation());

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String written(Format format, byte[] bytes) {
        return written(decoder.read(bytes, format));
    }

    private static String written(Decoding decoding) {
        Outline outline = assertInstanceOf(Decoded.Tree.class, decoding.decoded(), decoding::toString)
                .outline();
        StringBuilder text = new StringBuilder();
        write(outline, 0, text);
        return text.toString();
    }

    private static void write(Outline outline, int node, StringBuilder text) {
        text.append(outline.label(node).isEmpty() ? "" : outline.label(node) + ":");
        text.append(outline.text(node));
        if (outline.kind(node).isComposite()) {
            text.append(outline.kind(node) == Outline.Kind.OBJECT ? "{" : "[");
            for (int child = node + 1; child < outline.end(node); child = outline.end(child)) {
                text.append(child == node + 1 ? "" : ",");
                write(outline, child, text);
            }
            text.append(outline.kind(node) == Outline.Kind.OBJECT ? "}" : "]");
        }
    }

    /** From RFC 8949 appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "00|0",
                "1bffffffffffffffff|18446744073709551615",
                "3bffffffffffffffff|-18446744073709551616",
                "3903e7|-1000",
                "f93c00|1.0",
                "f97bff|65504.0",
                "f90400|6.103515625E-5",
                "f9fc00|-Infinity",
                "fb3ff199999999999a|1.1",
                "fa47c35000|100000.0",
                "f7|undefined",
                "f8ff|simple(255)",
                "c11a514b67b0|tag 1[1363896240]",
                "44 01020304|h'01020304'",
                "62 c3bc|\"ü\"",
                "64 49455446|\"IETF\"",
                "83 01 82 0203 82 0405|[1,[2,3],[4,5]]",
                "a2 0102 0304|{1:2,3:4}",
                "a2 6161 01 6162 82 0203|{\"a\":1,\"b\":[2,3]}",
                "5f 42 0102 43 030405 ff|h'0102030405'",
                "7f 65 7374726561 64 6d696e67 ff|\"streaming\"",
                "9f 01 82 0203 9f 0405 ff ff|[1,[2,3],[4,5]]",
                "bf 63 46756e f5 63 416d74 21 ff|{\"Fun\":true,\"Amt\":-2}",
                "a1 82 01 02 03|{[…]:3}"
            })
    void cbor(String bytes, String expected) {
        assertEquals(expected, written(Format.CBOR, hex(bytes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7f|127",
                "e0|-32",
                "c0|null",
                "c2|false",
                "cc ff|255",
                "cf ffffffffffffffff|18446744073709551615",
                "d0 80|-128",
                "d3 8000000000000000|-9223372036854775808",
                "ca 40490fdb|3.1415927",
                "cb 400921fb54442d18|3.141592653589793",
                "a5 68656c6c6f|\"hello\"",
                "d9 02 6869|\"hi\"",
                "c4 02 00ff|h'00ff'",
                "93 01 02 03|[1,2,3]",
                "dc 0001 c3|[true]",
                "82 a7 636f6d70616374 c3 a6 736368656d61 00|{\"compact\":true,\"schema\":0}",
                "d6 ff 5f000000|2020-07-04T04:05:20Z",
                "d4 05 aa|ext 5[h'aa']"
            })
    void messagePack(String bytes, String expected) {
        assertEquals(expected, written(Format.MESSAGE_PACK, hex(bytes)));
    }

    /** The first two are from the encoding guide of Protocol Buffers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "08 9601|{1:150}",
                "12 07 74657374696e67|{2:\"testing\"}",
                "1a 03 08 9601|{3:{1:150}}",
                "08 ffffffffffffffffff01|{1:18446744073709551615 = -1}",
                "0d 0000803f|{1:1065353216 = 1.0}",
                "22 02 ffff|{4:h'ffff'}",
                "0b 08 01 0c 10 02|{1:{1:1},2:2}"
            })
    void protobuf(String bytes, String expected) {
        assertEquals(expected, written(Format.PROTOBUF, hex(bytes)));
    }

    @Test
    void numbersOfJsonStayAsTheyWereWritten() {
        assertEquals(
                "[9007199254740993,1e400,-0,1.50]", written(Format.JSON, utf8("[9007199254740993, 1e400, -0, 1.50]")));
    }

    @ParameterizedTest
    @CsvSource({
        "CBOR, 83 01 02, ENDS_EARLY, 3",
        "CBOR, 01 02, GOES_ON, 1",
        "CBOR, 1c, UNEXPECTED, 0",
        "CBOR, 9b7fffffffffffffff 01, ENDS_EARLY, 10",
        "MESSAGE_PACK, c1, UNEXPECTED, 0",
        "MESSAGE_PACK, dd ffffffff, ENDS_EARLY, 5",
        "PROTOBUF, 0802 00, UNEXPECTED, 2",
        "PROTOBUF, 12 07 74, ENDS_EARLY, 3",
        "INFLATED, 00 00 00, NOT_THE_FORMAT, 0",
        "INFLATED, 1f8b0800000000000003 cb, ENDS_EARLY, 11",
        "IMAGE, 00 01 02 03, NOT_THE_FORMAT, 0",
        "JSON, 5b 31 20 32 5d, UNEXPECTED, 3",
        "XML, 3c613e3c2f623e, UNEXPECTED, 3"
    })
    void aFailureSaysWhereAndWhy(Format format, String bytes, Fault fault, long position) {
        Decoding decoding = decoder.read(hex(bytes), format);
        assertEquals(Optional.of(new Decoding.Failure(format, fault, position)), decoding.failure());
        assertInstanceOf(Decoded.Bytes.class, decoding.decoded());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noBytesBreakADecoder(Format format) {
        Random random = new Random(6455);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            decoder.read(bytes, format);
            decoder.guess(bytes, i % 2 == 0);
        }
    }

    @Test
    void depthIsBounded() {
        byte[] deep = new byte[1 << 20];
        Arrays.fill(deep, (byte) 0x81);
        assertEquals(
                Fault.TOO_DEEP,
                decoder.read(deep, Format.CBOR).failure().orElseThrow().fault());
        Arrays.fill(deep, (byte) 0x91);
        assertEquals(
                Fault.TOO_DEEP,
                decoder.read(deep, Format.MESSAGE_PACK).failure().orElseThrow().fault());
    }

    @Test
    void whatAPayloadIsIsFoundOut() throws IOException {
        assertEquals(
                List.of(Format.JSON), decoder.guess(utf8(" {\"a\":1}"), true).formats());
        assertEquals(
                List.of(Format.TEXT),
                decoder.guess(utf8("[INFO] started"), true).formats());
        assertEquals(
                List.of(Format.XML), decoder.guess(utf8("<a><b/>x</a>"), true).formats());
        assertEquals(List.of(Format.TEXT), decoder.guess(utf8("<3"), true).formats());
        assertEquals(
                List.of(Format.MESSAGE_PACK),
                decoder.guess(hex("82 a1 61 01 a1 62 c3"), false).formats());
        assertEquals(
                List.of(Format.CBOR),
                decoder.guess(hex("a2 6161 01 6162 f5"), false).formats());
        assertEquals(
                List.of(Format.PROTOBUF),
                decoder.guess(hex("08 9601 12 07 74657374696e67 a80601"), false).formats());
        assertEquals(
                List.of(Format.HEX), decoder.guess(hex("00 00 12 c7"), false).formats());
        byte[] png = hex("89504e470d0a1a0a 0000000d 49484452 00000140 000000f0");
        Decoding image = decoder.guess(png, false);
        assertEquals(new Picture(320, 240), ((Decoded.Image) image.decoded()).picture());
    }

    @Test
    void whatIsPackedIsUnpacked() throws IOException {
        byte[] json = utf8("{\"a\":[1,2,3]}");
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(json);
        }
        Decoding decoding = decoder.guess(gzip.toByteArray(), false);
        assertEquals(List.of(Format.INFLATED, Format.JSON), decoding.formats());
        assertArrayEquals(json, decoding.inner().orElseThrow());
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zlib)) {
            out.write(json);
        }
        assertEquals(
                List.of(Format.INFLATED, Format.JSON),
                decoder.guess(zlib.toByteArray(), false).formats());
        byte[] base64 = Base64.getEncoder().encode(json);
        assertEquals(
                List.of(Format.BASE64, Format.JSON),
                decoder.read(base64, Format.BASE64).formats());
    }

    @Test
    void aBombIsNotInflatedWithoutEnd() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                out.write(zeros);
            }
        }
        Decoding decoding = decoder.guess(bomb.toByteArray(), false);
        assertEquals(Fault.TOO_LARGE, decoding.failure().orElseThrow().fault());
    }

    @Test
    void workThatNobodyWaitsForStops() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        PayloadDecoder cancelled = new PayloadDecoder(false, cancellation);
        assertThrows(CancellationException.class, () -> cancelled.read(utf8("[1]"), Format.JSON));
    }

    @Test
    void entitiesOfXmlStayAsTheyAre() throws DecodeException {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE a><a href='x>y'>&b; <!-- c --><![CDATA[<z>]]></a>";
        List<Markup.Piece> pieces = Markup.read(xml, new Cancellation());
        assertTrue(pieces.stream().anyMatch(piece -> piece.text().equals("&b;")), pieces::toString);
        assertTrue(pieces.stream().anyMatch(piece -> piece.text().equals("<a href='x>y'>")), pieces::toString);
    }
}
