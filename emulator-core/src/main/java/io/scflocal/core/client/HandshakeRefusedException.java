package io.scflocal.core.client;

import java.io.IOException;

/** The other side has answered the handshake, but not with 101. */
public final class HandshakeRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String explanation;

    HandshakeRefusedException(int status, String explanation) {
        super("The handshake was answered with " + status + (explanation.isEmpty() ? "." : ": " + explanation));
        this.status = status;
        this.explanation = explanation;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The platform's reason ({@code X-Scf-Message}) or the answer's reason phrase; may be empty. */
    public String explanation() {
        return explanation;
    }
}
