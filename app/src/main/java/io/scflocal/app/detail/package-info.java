/** The detail of one frame: what it says, its bytes, its header and the handshake of its connection. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.detail;
