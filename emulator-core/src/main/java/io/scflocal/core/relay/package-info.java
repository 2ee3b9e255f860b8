/** Two directions of bytes between two sockets, forwarded unchanged and read in passing. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.relay;
