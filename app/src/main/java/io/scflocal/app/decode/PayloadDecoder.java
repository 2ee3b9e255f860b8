package io.scflocal.app.decode;

import io.scflocal.app.payload.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Finds out as what a payload is read best, and reads it so. Runs in the background; stateless but for its arguments. */
public final class PayloadDecoder {
    private static final int MOST_LAYERS = 4;
    private static final int FEWEST_PROTOBUF_BYTES = 4;
    private static final long LARGEST_USUAL_FIELD = 1_000;

    private final boolean mayBeCut;
    private final Cancellation cancellation;

    /** Fails where a format says so; {@code mayBeCut} if the end of the payload may be missing. */
    public PayloadDecoder(boolean mayBeCut, Cancellation cancellation) {
        this.mayBeCut = mayBeCut;
        this.cancellation = cancellation;
    }

    private interface Reading {
        Decoded read() throws DecodeException;
    }

    /** Reads a payload as what it seems to be; {@code text} if it came as a text. Never fails: what isn't known is bytes. */
    public Decoding guess(byte[] bytes, boolean text) {
        return guess(bytes, text, 0);
    }

    private Decoding guess(byte[] bytes, boolean text, int layer) {
        cancellation.check();
        return text || isText(bytes) ? guessText(Utf8.text(bytes)) : guessBinary(bytes, layer);
    }

    private static boolean isText(byte[] bytes) {
        return Utf8.isText(bytes);
    }

    private Decoding guessText(String text) {
        char first = text.isBlank() ? ' ' : text.stripLeading().charAt(0);
        if (first == '{' || first == '[') {
            return orElse(Format.JSON, () -> json(text), Format.TEXT, new Decoded.Text(text));
        }
        return first == '<'
                ? orElse(Format.XML, () -> xml(text), Format.TEXT, new Decoded.Text(text))
                : Decoding.of(Format.TEXT, new Decoded.Text(text));
    }

    private static Decoding orElse(Format wanted, Reading reading, Format otherwise, Decoded plain) {
        try {
            return Decoding.of(wanted, reading.read());
        } catch (DecodeException e) {
            // A text that only begins like the format is a text.
            return Decoding.of(otherwise, plain);
        }
    }

    private Decoding guessBinary(byte[] bytes, int layer) {
        Optional<Picture> picture = Picture.of(bytes);
        if (picture.isPresent()) {
            return Decoding.of(Format.IMAGE, new Decoded.Image(bytes, picture.get()));
        }
        if (layer < MOST_LAYERS && (Inflated.isGzip(bytes) || Inflated.mayBeZlib(bytes))) {
            Decoding inflated = inflated(bytes, layer);
            if (inflated.failure().isEmpty() || Inflated.isGzip(bytes)) {
                return inflated;
            }
        }
        for (Format format : List.of(Format.MESSAGE_PACK, Format.CBOR, Format.PROTOBUF)) {
            Decoding decoding = read(bytes, format, layer);
            if (decoding.decoded() instanceof Decoded.Tree tree && isPlausible(format, tree.outline(), bytes.length)) {
                return decoding;
            }
        }
        return Decoding.of(Format.HEX, new Decoded.Bytes());
    }

    /** Nearly any few bytes are something in these formats; only what has a structure that no accident makes is taken for it. */
    private static boolean isPlausible(Format format, Outline outline, int bytes) {
        if (!outline.kind(0).isComposite() || outline.children(0) == 0) {
            return false;
        }
        boolean named = hasNames(outline);
        return switch (format) {
            case MESSAGE_PACK -> outline.kind(0) == Outline.Kind.OBJECT ? named : outline.size() > 2;
            case CBOR ->
                outline.kind(0) == Outline.Kind.OBJECT || outline.kind(0) == Outline.Kind.TAG || outline.size() > 2;
            default -> bytes >= FEWEST_PROTOBUF_BYTES && hasUsualFields(outline);
        };
    }

    private static boolean hasNames(Outline outline) {
        for (int node = 1; node < outline.size(); node = outline.end(node)) {
            if (!outline.label(node).startsWith("\"")) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasUsualFields(Outline outline) {
        boolean texts = false;
        for (int node = 1; node < outline.size(); node = outline.end(node)) {
            if (Long.parseLong(outline.label(node)) > LARGEST_USUAL_FIELD) {
                return false;
            }
            boolean text = outline.kind(node) == Outline.Kind.STRING && outline.textLength(node) > 2;
            texts |= text || outline.kind(node).isComposite();
        }
        return texts;
    }

    /** Reads a payload as what the user wants it to be. */
    public Decoding read(byte[] bytes, Format format) {
        return read(bytes, format, 0);
    }

    private Decoding read(byte[] bytes, Format format, int layer) {
        return switch (format) {
            case JSON -> attempt(format, () -> json(Utf8.text(bytes)));
            case XML -> attempt(format, () -> xml(Utf8.text(bytes)));
            case TEXT -> Decoding.of(format, new Decoded.Text(Utf8.text(bytes)));
            case CBOR -> attempt(format, () -> new Decoded.Tree(CborOutline.read(bytes, cancellation)));
            case MESSAGE_PACK -> attempt(format, () -> new Decoded.Tree(MessagePackOutline.read(bytes, cancellation)));
            case PROTOBUF -> attempt(format, () -> new Decoded.Tree(ProtobufOutline.read(bytes, cancellation)));
            case INFLATED -> inflated(bytes, layer);
            case BASE64 -> base64(bytes, layer);
            case IMAGE -> attempt(format, () -> image(bytes));
            case HEX -> Decoding.of(format, new Decoded.Bytes());
        };
    }

    private static Decoding attempt(Format format, Reading reading) {
        try {
            return Decoding.of(format, reading.read());
        } catch (DecodeException e) {
            return Decoding.failed(format, e);
        }
    }

    private Decoded json(String text) throws DecodeException {
        return new Decoded.Tree(JsonOutline.read(text, mayBeCut, cancellation));
    }

    private Decoded xml(String text) throws DecodeException {
        return new Decoded.Elements(Markup.read(text, cancellation));
    }

    private static Decoded image(byte[] bytes) throws DecodeException {
        Picture picture = Picture.of(bytes).orElseThrow(() -> new DecodeException(Fault.NOT_THE_FORMAT, 0));
        return new Decoded.Image(bytes, picture);
    }

    private Decoding inflated(byte[] bytes, int layer) {
        try {
            byte[] inner = Inflated.inflate(bytes, cancellation);
            return guess(inner, false, layer + 1).within(Format.INFLATED, inner);
        } catch (DecodeException e) {
            return Decoding.failed(Format.INFLATED, e);
        }
    }

    private Decoding base64(byte[] bytes, int layer) {
        try {
            String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
            boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
            byte[] inner = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
            if (inner.length == 0) {
                throw new DecodeException(Fault.NOT_THE_FORMAT, 0);
            }
            return guess(inner, false, layer + 1).within(Format.BASE64, inner);
        } catch (IllegalArgumentException e) {
            return Decoding.failed(Format.BASE64, new DecodeException(Fault.UNEXPECTED, 0));
        } catch (DecodeException e) {
            return Decoding.failed(Format.BASE64, e);
        }
    }
}
