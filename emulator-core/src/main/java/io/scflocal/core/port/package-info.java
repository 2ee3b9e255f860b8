/** The TCP ports and sockets of this machine: which are free, who listens where, which connections are open. Knows nothing of functions. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.port;
