package io.scflocal.app.decode;

import java.util.Locale;

/** Why a payload isn't what it was taken for. */
public enum Fault {
    /** It ends in the middle of a value. */
    ENDS_EARLY,
    /** What stands there is not allowed there. */
    UNEXPECTED,
    /** Something follows where it should end. */
    GOES_ON,
    /** Values lie deeper in each other than is shown. */
    TOO_DEEP,
    /** More values, or more bytes, than are shown. */
    TOO_LARGE,
    /** Not what the format begins with. */
    NOT_THE_FORMAT;

    /** Key of the sentence that says so; its argument is the position in bytes. */
    public String textKey() {
        return "detail.fault." + name().toLowerCase(Locale.ROOT);
    }
}
