package io.scflocal.core.config;

/**
 * A value and where it comes from.
 *
 * @param text the value as a text
 * @param origin where it stands
 */
public record Value(String text, Origin origin) {}
