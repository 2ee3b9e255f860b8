package io.scflocal.core.query;

import java.time.ZoneId;

/**
 * What an expression refers to beside the frames.
 *
 * @param connections what is known of connections
 * @param payloads inflates
 * @param nowEpochNanos what {@code time > -5m} and a time without a date count from
 * @param zone of times without an offset
 */
public record QueryEnvironment(ConnectionFacts connections, PayloadSource payloads, long nowEpochNanos, ZoneId zone) {}
