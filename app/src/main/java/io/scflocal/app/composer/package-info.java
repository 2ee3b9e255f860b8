/** A client in the window, and frames sent by hand on any live connection. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.composer;
