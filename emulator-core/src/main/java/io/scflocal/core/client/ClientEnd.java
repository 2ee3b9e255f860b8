package io.scflocal.core.client;

/**
 * How a client's connection ended.
 *
 * @param closeCode the status code of the other side's Close frame, 1005 if it had none, 1006 if no Close frame came
 * @param closeReason the reason in that frame; may be empty
 */
public record ClientEnd(int closeCode, String closeReason) {}
