/** The folder of a function: its start file and its settings. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.function;
