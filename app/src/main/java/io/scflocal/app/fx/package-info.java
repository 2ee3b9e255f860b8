/** The border to the JavaFX thread: the pulse that pulls, and the executors that push seldom things across. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.fx;
