package io.scflocal.app.testkit;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.EndRules;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.platform.UnclearEnds;
import io.scflocal.core.time.Ticker;
import java.util.List;

/** Real connections and a real log without sockets; the test plays the gateway. */
public final class Connections {
    private static final int MEMORY_MB = 512;
    private static final long MEMORY_BYTES = 66_280_489;

    private Timeouts timeouts = Timeouts.DEFAULT;
    private final InvocationLog log;
    private final Invocations invocations;
    private int port = 51_400;

    public Connections(Ticker ticker) {
        log = new InvocationLog(ticker, line -> {});
        invocations = new Invocations(ticker, () -> timeouts, log, new InvocationListener() {});
    }

    /** A table without any connection. */
    public static Invocations none() {
        return new Connections(Ticker.system()).invocations();
    }

    public InvocationLog log() {
        return log;
    }

    public Invocations invocations() {
        return invocations;
    }

    /** Other limits, for connections that are open, too. */
    public void limit(Timeouts limits) {
        timeouts = limits;
    }

    /** A handshake has arrived. */
    public Invocation connect(String target) {
        Handshake handshake = new Handshake("GET", target, target, List.of(), 0, List.of());
        Invocation invocation = invocations.begin(new Opening("127.0.0.1:" + port++, true, handshake));
        invocations.served(invocation, "A", handshake);
        return invocation;
    }

    /** A handshake has arrived and the function has agreed. */
    public Invocation open(String target) {
        Invocation invocation = connect(target);
        invocations.opened(invocation, invocation.handshake().answered(101, List.of()));
        return invocation;
    }

    /** A frame passes. */
    public void frame(Invocation invocation, Direction direction, long wireLength) {
        invocation.traffic(direction).frame((int) wireLength);
        invocation.deadlines().message();
    }

    /** The client closes. */
    public void close(Invocation invocation, int code, String reason) {
        end(invocation, EndRules.clientClosed(code, UnclearEnds.FAILURE), EndCause.CLIENT_CLOSED, code, reason);
    }

    /** The connection ends without a Close frame. */
    public void cut(Invocation invocation, EndCause cause) {
        end(invocation, EndRules.cut(cause), cause, 0, "");
    }

    private void end(Invocation invocation, FunctionStatus status, EndCause cause, int code, String reason) {
        long duration = invocation.deadlines().openNanos();
        InvocationEnd end = new InvocationEnd(status, cause, code, reason, 0, duration);
        invocations.end(invocation, end, MEMORY_MB, MEMORY_BYTES);
    }
}
