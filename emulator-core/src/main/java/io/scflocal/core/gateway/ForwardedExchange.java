package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.EndRules;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformHeaders;
import io.scflocal.core.platform.PlatformHeaders.FunctionFacts;
import io.scflocal.core.platform.PlatformHeaders.RequestFacts;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * One request from its arrival to the end of its exchange: it waits for an instance, is sent on, and ends with the function's answer (see
 * {@link FunctionAnswer}) or before, when the client leaves, a deadline passes or the emulator stops.
 *
 * <p>Confined to the exchange's I/O thread.
 */
final class ForwardedExchange {
    private static final System.Logger LOG = System.getLogger(ForwardedExchange.class.getName());

    private final HttpServerExchange exchange;
    private final Invocation invocation;
    private final FunctionFacts function;
    private final Shared shared;
    private final Tunnels tunnels;
    private final InvocationEnds ends;
    private final BodyLimits limits;
    private @Nullable Instance instance;
    private @Nullable Forwarder forwarder;
    private Runnable stopWatching = () -> {};
    private Runnable cancelTimer = () -> {};
    private boolean answered;
    private boolean over;

    /** What all exchanges of a gateway have in common. */
    record Shared(Invocations invocations, Tunnels tunnels, InvocationEnds ends) {}

    ForwardedExchange(HttpServerExchange exchange, Invocation invocation, FunctionFacts function, Shared shared) {
        this.exchange = exchange;
        this.invocation = invocation;
        this.function = function;
        this.shared = shared;
        tunnels = shared.tunnels();
        ends = shared.ends();
        limits = new BodyLimits(exchange, invocation, tunnels.options(), this::cut);
    }

    /** From now on it counts as waiting, and a client that leaves is noticed. */
    void begin() {
        tunnels.add(this);
        limits.watchRequest();
        exchange.addExchangeCompleteListener((done, next) -> {
            if (!over && !answered) {
                // Undertow has closed the connection itself, for a chunk that is none.
                ends.unanswered(invocation, EndCause.CLIENT_LOST, "", instance);
            }
            release();
            next.proceed();
        });
        if (exchange.isRequestComplete()) {
            requestRead();
        }
    }

    /** Whether it ended early, so that no instance is needed any more. */
    boolean isOver() {
        return over;
    }

    /** Whether {@code one} has the request. */
    boolean isServedBy(Instance one) {
        return one.equals(instance);
    }

    /** No instance could be had. */
    void noInstance(@Nullable Throwable failure) {
        Optional<StartFailure> notStarted = Optional.ofNullable(failure).flatMap(StartFailure::in);
        if (notStarted.isPresent()) {
            StartFailure why = notStarted.get();
            refuse(why.status(), why.getMessage(), () -> ends.notStarted(invocation, why));
        } else {
            refuse(FunctionStatus.INTERNAL_ERROR, "No instance could be started.", () -> {
                LOG.log(Level.ERROR, "No instance for connection " + invocation.connection(), failure);
                ends.failed(invocation);
            });
        }
    }

    /** Sends the request to the instance that is to serve it. */
    void forward(Instance serving) {
        Map<String, String> added = PlatformHeaders.of(
                function,
                new RequestFacts(
                        invocation.requestId(),
                        Loopback.text(exchange.getSourceAddress().getAddress()),
                        exchange.isSecure()));
        List<Header> headers = HandshakeHeaders.forwarded(exchange.getRequestHeaders(), added);
        Handshake handshake = invocation.handshake().withRequestHeaders(headers);
        instance = serving;
        if (tunnels.isRetired(serving)) {
            cut(EndCause.RELOADED);
            return;
        }
        shared.invocations().served(invocation, serving.id(), handshake);
        deadlinesChanged();
        FunctionAnswer answer = new FunctionAnswer(this, exchange, invocation, serving, shared);
        Forwarder sending = new Forwarder(exchange, handshake.functionTarget(), added, answer);
        forwarder = sending;
        sending.send(serving);
    }

    /** The limits have changed, or have never been looked at. */
    void deadlinesChanged() {
        if (over || instance == null) {
            return;
        }
        cancelTimer.run();
        if (invocation.deadlines().isPaused()) {
            return;
        }
        long left = invocation.deadlines().executionLeftNanos();
        if (left <= 0) {
            cut(EndCause.EXECUTION_TIMEOUT);
            return;
        }
        Duration delay = Duration.ofNanos(left).plusMillis(1);
        cancelTimer = Tunnels.after(exchange.getIoThread(), delay, this::deadlinesChanged);
    }

    /** The request has been read to its end: from now on a client that leaves is noticed. */
    void requestRead() {
        if (!over) {
            stopWatching = ClientWatch.start(exchange, () -> cut(EndCause.CLIENT_LOST));
        }
    }

    /** The head of the function's answer is there: the client is watched no more. */
    void headRead() {
        stopWatching.run();
    }

    /** Whether an answer with these header fields must not be passed on; otherwise its body is watched. */
    boolean refusesAnswer(HeaderMap headers) {
        return limits.refusesAnswer(headers);
    }

    /** The function's answer is being passed on, so that the end of the exchange is not for want of one. */
    void answered() {
        answered = true;
    }

    boolean isAnswered() {
        return answered;
    }

    /** Ends it before the answer is complete. */
    void cut(EndCause cause) {
        cut(cause, "");
    }

    /**
     * Ends it before the answer is complete.
     *
     * @param explanation what is wrong about the function's answer; empty if nothing is known
     */
    void cut(EndCause cause, String explanation) {
        if (!endEarly()) {
            return;
        }
        ends.unanswered(invocation, cause, explanation, instance);
        if (exchange.isResponseStarted() || cause == EndCause.CLIENT_LOST || cause == EndCause.STOPPED) {
            // In the middle of a body nothing honest can be sent any more.
            IoUtils.safeClose(exchange.getConnection());
        } else {
            String reason = explanation.isEmpty() ? reason(cause) : explanation;
            PlatformAnswer.send(exchange, EndRules.unanswered(cause), reason, invocation.requestId());
        }
    }

    private static String reason(EndCause cause) {
        return switch (cause) {
            case EXECUTION_TIMEOUT -> "The function did not answer within the execution timeout.";
            case REQUEST_TOO_LARGE -> "The body of the request is larger than 6 MB.";
            case RESPONSE_TOO_LARGE -> "The answer has a body of more than 6 MB or header fields of more than 4 KB.";
            case RELOADED -> "The code of the function was reloaded before it answered.";
            default -> "The function closed the connection without an answer.";
        };
    }

    /** Ends it with an answer of the platform's own, unless it is over; {@code end} ends the invocation. */
    void refuse(FunctionStatus status, String reason, Runnable end) {
        if (endEarly()) {
            end.run();
            PlatformAnswer.send(exchange, status, reason, invocation.requestId());
        }
    }

    /** Whether it was not over yet. */
    private boolean endEarly() {
        if (over) {
            return false;
        }
        release();
        Forwarder sending = forwarder;
        if (sending != null) {
            sending.cancel();
        }
        return true;
    }

    private void release() {
        over = true;
        stopWatching.run();
        cancelTimer.run();
        tunnels.remove(this);
    }
}
