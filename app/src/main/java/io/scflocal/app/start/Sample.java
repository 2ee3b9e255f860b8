package io.scflocal.app.start;

import java.nio.file.Path;

/**
 * A ready function that comes with the application.
 *
 * @param name its folder's name; the text {@code start.sample.<name>} says what it shows
 * @param path its folder
 */
public record Sample(String name, Path path) {}
