package io.scflocal.core.export;

import java.util.Locale;

/** Why a file can't be imported. What each is about is told by the arguments of the {@link ImportException}. */
public enum ImportFault {
    /** It is no JSON, or its encoding is none of JSON. */
    SYNTAX,
    /** Digits or base64 that can't be read. */
    ENCODING,
    /** A number, the field of that name, is too large or too small to be reckoned with. */
    EXTREME_NUMBER,
    /** The field of that name must lie between the two bounds. */
    OUT_OF_RANGE,
    /** The field of that name must be a time of ISO 8601 between 1678 and 2262. */
    NO_TIME,
    /** The time of a message in an archive must be seconds since 1970. */
    NO_SECONDS,
    /** An archive is an object. */
    NO_ARCHIVE,
    /** An archive has entries in a log. */
    NO_ENTRIES,
    /** The first line must name the schema. */
    NO_SCHEMA,
    /** There must be an object in every line. */
    NO_OBJECT,
    /** There is no event of that name. */
    UNKNOWN_EVENT,
    /** A connection ends that was not opened. */
    NOT_OPENED,
    /** The payload has so many bytes and not as many as the line says. */
    PAYLOAD_LENGTH,
    /** No header of a frame is so many bytes long. */
    HEADER_LENGTH,
    /** There is no opcode of that name. */
    NO_OPCODE,
    /** The direction must be c2f or f2c. */
    NO_DIRECTION,
    /** The origin must be user or platform. */
    NO_ORIGIN,
    /** The frames that are said to be missing contradict each other. */
    NO_GAP;

    /** Its name in texts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
