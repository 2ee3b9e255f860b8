package io.scflocal.core.relay;

import io.scflocal.core.platform.EndCause;

/**
 * What ended a tunnel: the first of a Close frame, a lost connection or a cut.
 *
 * @param cause why
 * @param closeCode code of the first Close frame; 1005 if it had none; 0 if no Close frame passed before the end began
 * @param closeReason reason of the first Close frame; empty if none
 */
public record RelayEnd(EndCause cause, int closeCode, String closeReason) {

    /** An end before which no Close frame passed. */
    public static RelayEnd withoutCloseFrame(EndCause cause) {
        return new RelayEnd(cause, 0, "");
    }
}
