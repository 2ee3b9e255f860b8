package io.scflocal.app.connections;

/** How soon a limit cuts, in the three colours of the table. */
enum Urgency {
    CALM,
    SOON,
    NOW
}
