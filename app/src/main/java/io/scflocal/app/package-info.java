/** The application: main class, wiring by hand, and what both the window and the command line need. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app;
