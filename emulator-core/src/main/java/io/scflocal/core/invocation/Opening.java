package io.scflocal.core.invocation;

/**
 * What is known of a connection when its handshake arrives.
 *
 * @param client address and port of the client, as text
 * @param webSocket whether the request asks for an upgrade to WebSocket
 * @param handshake the request, without an answer yet
 */
public record Opening(String client, boolean webSocket, Handshake handshake) {}
