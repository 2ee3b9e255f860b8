package io.scflocal.core.capture;

/**
 * How a connection ended.
 *
 * @param status number of the platform's status
 * @param cause why, as the stable name of the cause
 * @param closeCode code of the first Close frame; 1005 if that frame had none; 0 if no Close frame passed
 * @param closeReason reason of the first Close frame; empty if none
 * @param httpStatus what the function answered instead of an upgrade; 0 if it upgraded or did not answer
 * @param durationNanos from the arrival of the handshake to the end
 */
public record EndRecord(
        int status, String cause, int closeCode, String closeReason, int httpStatus, long durationNanos) {}
