/** The emulator as a whole: builds its parts, starts them in order, stops them in reverse. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core;
