/** WebSocket frames in the words of RFC 6455: the header, the opcodes, the close codes and a scanner that reads in passing. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.frame;
