package io.scflocal.core.invocation;

import java.util.List;

/** Invocations of a client that nobody knows. */
final class Begun {
    private Begun() {}

    /** One that no instance serves yet. */
    static Invocation in(Invocations invocations) {
        return invocations.begin(
                new Opening("127.0.0.1:1", true, new Handshake("GET", "/", "/", List.of(), 0, List.of())));
    }

    /** One that an instance serves. */
    static Invocation in(Invocations invocations, String instance) {
        Invocation invocation = in(invocations);
        invocations.served(invocation, instance, invocation.handshake());
        return invocation;
    }
}
