/** The function's panel: folder, start file, settings. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.function;
