/** The engine without a window: commands, their output and their exit status. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.cli;
