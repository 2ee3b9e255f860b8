package io.scflocal.core.frame;

import java.nio.ByteBuffer;

/**
 * A message: one data frame and its continuations, or one control frame. Source: RFC 6455 section 5.4.
 *
 * @param opcode the opcode of its first frame
 * @param compressed whether RSV1 was set in its first frame; with permessage-deflate the payload is to be inflated
 * @param payload the unmasked payloads of its frames, one after the other, or their beginning; read-only
 * @param whole whether nothing is missing in the payload
 */
public record Message(Opcode opcode, boolean compressed, ByteBuffer payload, boolean whole) {}
