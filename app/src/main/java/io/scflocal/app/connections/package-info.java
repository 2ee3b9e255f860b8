/** The table of connections with their two countdowns and how they ended. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.connections;
