/** A small WebSocket client for trying a function out, which may send what others refuse to. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.client;
