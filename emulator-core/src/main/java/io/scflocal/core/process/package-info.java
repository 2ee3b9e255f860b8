/** Processes as whole trees: how each system keeps one together, finds and ends it, and what ends it after the death of the emulator. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.process;
