package io.scflocal.core.invocation;

import io.scflocal.core.frame.Direction;
import java.util.Optional;

/**
 * One connection from its handshake to its end, which is one invocation of the function. Source: vendor documentation 583/63406.
 *
 * <p>Changed only by {@link Invocations} and by the connection's I/O thread, read by any thread.
 */
public final class Invocation {
    private final int connection;
    private final String requestId;
    private final String client;
    private final boolean webSocket;
    private final long openedEpochNanos;
    private final Deadlines deadlines;
    private final Traffic clientToFunction = new Traffic();
    private final Traffic functionToClient = new Traffic();
    private volatile InvocationState state = InvocationState.CONNECTING;
    private volatile Handshake handshake;
    private volatile String instance = "";
    private volatile Optional<InvocationEnd> end = Optional.empty();

    Invocation(int connection, String requestId, Opening opening, long openedEpochNanos, Deadlines deadlines) {
        this.connection = connection;
        this.requestId = requestId;
        this.client = opening.client();
        this.webSocket = opening.webSocket();
        this.handshake = opening.handshake();
        this.openedEpochNanos = openedEpochNanos;
        this.deadlines = deadlines;
    }

    /** Number of the connection, from 1 in the order of arrival. */
    public int connection() {
        return connection;
    }

    /** The platform's request id, a UUID. */
    public String requestId() {
        return requestId;
    }

    /** Address and port of the client, as text. */
    public String client() {
        return client;
    }

    /** Whether the request asked for an upgrade to WebSocket; otherwise it is plain HTTP. */
    public boolean webSocket() {
        return webSocket;
    }

    /** When the handshake arrived, nanoseconds since 1970-01-01T00:00:00Z. */
    public long openedEpochNanos() {
        return openedEpochNanos;
    }

    /** The two clocks of the platform; they stop to matter when the invocation has ended. */
    public Deadlines deadlines() {
        return deadlines;
    }

    /** What has passed in one direction. */
    public Traffic traffic(Direction direction) {
        return direction == Direction.CLIENT_TO_FUNCTION ? clientToFunction : functionToClient;
    }

    /** Where it is in its life. */
    public InvocationState state() {
        return state;
    }

    /** Request and, once there is one, answer. */
    public Handshake handshake() {
        return handshake;
    }

    /** Id of the instance that serves it; empty as long as none does. */
    public String instance() {
        return instance;
    }

    /** How it ended, once it has. */
    public Optional<InvocationEnd> end() {
        return end;
    }

    void servedBy(String instanceId) {
        instance = instanceId;
    }

    void rewritten(Handshake rewritten) {
        handshake = rewritten;
    }

    void become(InvocationState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("connection " + connection + " can't go from " + state + " to " + next);
        }
        state = next;
    }

    void ended(InvocationEnd how) {
        end = Optional.of(how);
        become(InvocationState.ENDED);
    }
}
