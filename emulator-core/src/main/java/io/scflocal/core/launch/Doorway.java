package io.scflocal.core.launch;

import io.scflocal.core.instance.Separation;
import io.scflocal.core.port.ListeningSocket;
import io.scflocal.core.process.ProcessTree;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Where an instance will accept connections, and how it is seen that it does. Every method reads tables of the system. */
interface Doorway {

    /**
     * What is open.
     *
     * @param address where the instance accepts connections
     * @param loopbackOnly whether the function listens on its loopback address only
     * @param separation how the instance is kept apart
     */
    record Opening(InetSocketAddress address, boolean loopbackOnly, Separation separation) {}

    /** Whether the start file's process runs. */
    boolean begun(ProcessTree tree);

    /** What is open now; empty if nothing is. */
    Optional<Opening> opening(ProcessTree tree);

    /** Whether anything that the processes reach as their own listens on a port. */
    boolean listensOn(ProcessTree tree, int port);

    /** All on which the processes listen. */
    List<ListeningSocket> listeners(ProcessTree tree);
}
