package io.scflocal.core.frame;

/**
 * The sixteen values of the opcode field, reserved ones included, because a reserved opcode is forwarded like any other. Source: RFC 6455
 * section 5.2.
 */
public enum Opcode {
    CONTINUATION,
    TEXT,
    BINARY,
    RESERVED_3,
    RESERVED_4,
    RESERVED_5,
    RESERVED_6,
    RESERVED_7,
    CLOSE,
    PING,
    PONG,
    RESERVED_B,
    RESERVED_C,
    RESERVED_D,
    RESERVED_E,
    RESERVED_F;

    private static final Opcode[] BY_CODE = values();

    /** The opcode in the low four bits of a frame's first byte; higher bits are ignored. */
    public static Opcode of(int firstByte) {
        return BY_CODE[firstByte & 0x0F];
    }

    /** The value on the wire, 0 to 15. */
    public int code() {
        return ordinal();
    }

    /** Whether frames of this opcode are control frames (RFC 6455 section 5.5): the highest bit of the opcode is set. */
    public boolean isControl() {
        return ordinal() >= 8;
    }

    /** Whether RFC 6455 leaves the value undefined. */
    public boolean isReserved() {
        return (ordinal() >= 3 && ordinal() <= 7) || ordinal() >= 11;
    }
}
