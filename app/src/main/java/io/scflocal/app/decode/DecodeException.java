package io.scflocal.app.decode;

/** A payload is not what it was taken for. */
public final class DecodeException extends Exception {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final long position;

    /** At {@code position}, counted from 0 in bytes, in characters for texts. */
    public DecodeException(Fault fault, long position) {
        super(fault + " at " + position, null, false, false);
        this.fault = fault;
        this.position = position;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** Where, from 0. */
    public long position() {
        return position;
    }
}
