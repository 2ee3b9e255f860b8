package io.scflocal.app.cli;

/** Writes events in one form. Called by one thread at a time; may block as long as the reader of the output does. */
@FunctionalInterface
interface EventWriter {

    /** Writes one event and hands it on to the reader at once. */
    void write(Event event);
}
