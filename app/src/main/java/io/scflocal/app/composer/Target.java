package io.scflocal.app.composer;

/** Where a message goes. */
enum Target {
    /** From the built-in client through the gateway, like any client's. */
    CLIENT,
    /** Into the selected connection, to the function, as if its client had sent it. */
    TO_FUNCTION,
    /** Into the selected connection, to its client, as if the function had sent it. */
    TO_CLIENT
}
