package io.scflocal.core.query;

import java.util.Optional;

/**
 * What is known of connections. Asked once for each connection that has ended and about once for 8,192 frames of one that has not; by
 * several threads at once, and must not block.
 */
public interface ConnectionFacts {

    /** Knows nothing; tests of connection fields then don't hold. */
    ConnectionFacts NONE = connection -> Optional.empty();

    /** What is known of the connection with this number; empty if nothing is. */
    Optional<ConnectionFact> find(int connection);
}
