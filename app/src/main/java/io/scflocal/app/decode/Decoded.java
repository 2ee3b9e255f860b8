package io.scflocal.app.decode;

import java.util.List;

/** A payload in the form in which it is read best. */
public sealed interface Decoded {

    /** Values in each other. */
    record Tree(Outline outline) implements Decoded {}

    /** XML in pieces. */
    record Elements(List<Markup.Piece> pieces) implements Decoded {}

    /** A text without a structure. */
    record Text(String text) implements Decoded {}

    /** An image file. */
    record Image(byte[] file, Picture picture) implements Decoded {}

    /** Nothing but bytes. */
    record Bytes() implements Decoded {}
}
