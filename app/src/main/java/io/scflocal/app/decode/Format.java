package io.scflocal.app.decode;

import java.util.Locale;

/** As what a payload can be shown. */
public enum Format {
    JSON,
    XML,
    TEXT,
    CBOR,
    MESSAGE_PACK,
    PROTOBUF,
    /** gzip or zlib, and what is in it. */
    INFLATED,
    /** Base64, and what is in it. */
    BASE64,
    IMAGE,
    HEX;

    /** Key of its name. */
    public String textKey() {
        return "detail.format." + name().toLowerCase(Locale.ROOT);
    }
}
