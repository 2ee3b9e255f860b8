package io.scflocal.core.capture;

/**
 * One header field of a handshake.
 *
 * @param name name as it was sent
 * @param value value as it was sent, or a placeholder for a secret
 * @param origin who put it there, in the words of the one who recorded it
 */
public record HeaderRecord(String name, String value, String origin) {}
