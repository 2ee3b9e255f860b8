package io.scflocal.core.gateway;

import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceProvider;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.EndRules;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.UnclearEnds;
import io.scflocal.core.relay.RelayEnd;
import io.undertow.util.StatusCodes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what the gateway saw at the end of a connection into the platform's status, and ends the invocation with it. */
final class InvocationEnds {
    private final Invocations invocations;
    private final Supplier<FunctionSettings> settings;
    private final Supplier<PlatformChoices> choices;
    private final InstanceProvider instances;

    InvocationEnds(Invocations invocations, GatewayOptions options, InstanceProvider instances) {
        this.invocations = invocations;
        this.instances = instances;
        settings = options.settings();
        choices = options.choices();
    }

    /** A tunnel has ended. */
    void tunnelEnded(Invocation invocation, RelayEnd end, Instance instance, long durationNanos) {
        UnclearEnds unclear = choices.get().unclearEnds();
        FunctionStatus status =
                switch (end.cause()) {
                    case CLIENT_CLOSED -> EndRules.clientClosed(end.closeCode(), unclear);
                    // What the emulator closes, the cloud's side of the connection has closed.
                    case FUNCTION_CLOSED, USER_CLOSED, RELOADED -> EndRules.functionClosed(end.closeCode(), unclear);
                    case CLIENT_LOST, FUNCTION_LOST -> EndRules.lost(end.cause(), unclear);
                    default -> EndRules.cut(end.cause());
                };
        end(
                invocation,
                new InvocationEnd(status, end.cause(), end.closeCode(), end.closeReason(), 0, durationNanos),
                instance);
    }

    /** The function has answered with an HTTP response. */
    void answered(Invocation invocation, int httpStatus, Instance instance) {
        EndCause cause = invocation.webSocket() ? EndCause.HANDSHAKE_REFUSED : EndCause.HTTP_ANSWERED;
        FunctionStatus status = EndRules.answered(httpStatus);
        end(invocation, new InvocationEnd(status, cause, 0, "", httpStatus, billedNanos(invocation)), instance);
    }

    /** There is no instance for the invocation. */
    void notStarted(Invocation invocation, StartFailure failure) {
        notStarted(invocation, failure.status(), failure.getMessage());
    }

    /** The emulator has no socket left for a connection to the function. */
    void noSocket(Invocation invocation, String explanation) {
        notStarted(invocation, FunctionStatus.INTERNAL_ERROR, explanation);
    }

    private void notStarted(Invocation invocation, FunctionStatus status, String explanation) {
        InvocationEnd end =
                new InvocationEnd(status, EndCause.START_FAILED, 0, explanation, 0, billedNanos(invocation));
        end(invocation, end, null);
    }

    /** The emulator itself failed to get an instance for the invocation. */
    void failed(Invocation invocation) {
        end(
                invocation,
                new InvocationEnd(
                        FunctionStatus.INTERNAL_ERROR, EndCause.START_FAILED, 0, "", 0, billedNanos(invocation)),
                null);
    }

    /** The function answered 101 to a request that had not asked for a WebSocket. */
    void upgradedUnasked(Invocation invocation, Instance instance) {
        refused(invocation, FunctionStatus.USER_CODE_EXCEPTION, StatusCodes.SWITCHING_PROTOCOLS, "", instance);
    }

    /** The function's answer was an interim one, which is not passed on. */
    void interim(Invocation invocation, int httpStatus, String explanation, Instance instance) {
        refused(invocation, FunctionStatus.INTERNAL_ERROR, httpStatus, explanation, instance);
    }

    private void refused(
            Invocation invocation, FunctionStatus status, int httpStatus, String explanation, Instance instance) {
        end(
                invocation,
                new InvocationEnd(status, EndCause.HTTP_ANSWERED, 0, explanation, httpStatus, billedNanos(invocation)),
                instance);
    }

    /** It ended before the function's answer was complete, for a cause that has a status of its own. */
    void unanswered(Invocation invocation, EndCause cause, String explanation, @Nullable Instance instance) {
        end(
                invocation,
                new InvocationEnd(EndRules.unanswered(cause), cause, 0, explanation, 0, billedNanos(invocation)),
                instance);
    }

    private void end(Invocation invocation, InvocationEnd end, @Nullable Instance instance) {
        long memoryBytes = instance == null ? 0 : instance.memoryBytes();
        invocations.end(invocation, end, settings.get().memoryMb(), memoryBytes);
        instances.release(invocation.requestId(), end.status());
    }

    private static long billedNanos(Invocation invocation) {
        return invocation.deadlines().billedNanos();
    }
}
