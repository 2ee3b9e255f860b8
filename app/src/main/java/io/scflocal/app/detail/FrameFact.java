package io.scflocal.app.detail;

/**
 * One field of a frame and what its value means.
 *
 * @param bits which bits of the frame it is, counted from 0
 * @param name its name in RFC 6455
 * @param value its value
 * @param meaning the value in words
 * @param violation whether RFC 6455 forbids the value
 */
record FrameFact(String bits, String name, String value, String meaning, boolean violation) {}
