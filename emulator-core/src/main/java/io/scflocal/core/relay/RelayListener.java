package io.scflocal.core.relay;

/** Told of the end of a tunnel. */
@FunctionalInterface
public interface RelayListener {

    /** Both connections are closed. Called once, on the tunnel's I/O thread. */
    void ended(RelayEnd end);
}
