package io.scflocal.core.check;

/**
 * One line of a preview.
 *
 * @param line number of the line in the old text if it goes away, else in the new one; from 1
 * @param added whether the line is added or goes away
 * @param text the line without its line feed; a carriage return and a byte order mark are kept
 */
public record LineChange(int line, boolean added, String text) {}
