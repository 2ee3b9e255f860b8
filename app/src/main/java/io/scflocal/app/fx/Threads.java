package io.scflocal.app.fx;

import java.util.concurrent.Executor;

/**
 * The two kinds of thread that the window knows; tests replace both by one that runs everything at once.
 *
 * @param background runs what may block, never on the JavaFX thread
 * @param screen runs what touches nodes or properties, on the JavaFX thread, later
 */
public record Threads(Executor background, Executor screen) {}
