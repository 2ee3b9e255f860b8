/** The function that is open in the window: opened, run, stopped and closed without blocking the JavaFX thread. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.session;
