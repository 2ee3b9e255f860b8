package io.scflocal.core.query;

import io.scflocal.core.frame.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One word of a quick search.
 *
 * @param negated whether frames with it are left out
 * @param direction the only direction in which it is looked for; null means both
 * @param text the word, the phrase or the pattern
 * @param pattern whether the text is a pattern; words and phrases are found without regard to case
 */
public record QuickTerm(boolean negated, @Nullable Direction direction, String text, boolean pattern) {}
