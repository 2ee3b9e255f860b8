package io.scflocal.app.composer;

/**
 * A message that the user has kept for a function.
 *
 * @param name what the user calls it
 * @param kind how its text becomes a frame
 * @param text what is typed
 */
record SavedMessage(String name, MessageKind kind, String text) {}
