package io.scflocal.app.cli;

import io.scflocal.core.Emulator;
import io.scflocal.core.Reload;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.InterpreterMapping;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.problem.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One thing that a headless run tells of. */
sealed interface Event {

    /** When it happened, nanoseconds since 1970-01-01T00:00:00Z on the emulator's clock. */
    long epochNanos();

    /**
     * Clients may connect.
     *
     * @param epochNanos when the start had succeeded
     * @param ws where clients connect
     * @param wss where they connect by TLS, if they can
     * @param pid process id of the function
     * @param readyMillis from the start of the process until it accepted a connection
     * @param mappings interpreters that stand in for the platform's
     * @param choices what the platform's documents leave open
     */
    record Ready(
            long epochNanos,
            URI ws,
            Optional<URI> wss,
            long pid,
            long readyMillis,
            List<InterpreterMapping> mappings,
            PlatformChoices choices)
            implements Event {

        static Ready of(long epochNanos, Emulator emulator, Instance instance) {
            return new Ready(
                    epochNanos,
                    emulator.webSocketUri(),
                    emulator.secureWebSocketUri(),
                    instance.pid(),
                    instance.readyAfter().toMillis(),
                    instance.mappings(),
                    emulator.choices());
        }
    }

    /**
     * The function did not start.
     *
     * @param reloaded whether it was ready before, and its new code does not start
     */
    record Failed(long epochNanos, StartFailure failure, boolean reloaded) implements Event {}

    /** The function gets its code anew. */
    record Reloading(long epochNanos, Reload reload) implements Event {}

    /** Client and function have agreed on the upgrade. */
    record Opened(long epochNanos, Invocation invocation) implements Event {

        static Opened now(Invocation invocation) {
            return new Opened(clock(invocation), invocation);
        }
    }

    /** A frame has passed. */
    record Frame(FrameRecord frame) implements Event {

        @Override
        public long epochNanos() {
            return frame.epochNanos();
        }
    }

    /** A connection, or a plain HTTP request, has ended. */
    record Closed(long epochNanos, Invocation invocation, InvocationEnd end) implements Event {

        static Closed now(Invocation invocation, InvocationEnd end) {
            return new Closed(clock(invocation), invocation, end);
        }
    }

    /** A line was logged. */
    record Logged(LogLine line) implements Event {

        @Override
        public long epochNanos() {
            return line.epochNanos();
        }
    }

    /** An instance has another state or another number of connections. */
    record InstanceChanged(long epochNanos, InstanceView instance) implements Event {}

    /** Something that the user should know about instances. */
    record Noticed(long epochNanos, InstanceNotice notice) implements Event {}

    /** A rule of the platform was broken for the first time by a connection. */
    record Broken(Problem problem) implements Event {

        @Override
        public long epochNanos() {
            return problem.firstEpochNanos();
        }
    }

    /** The disk of the capture keeps up no longer, or again; or the capture is no longer complete. */
    record Disk(long epochNanos, DiskReport report) implements Event {}

    /**
     * Everything is over.
     *
     * @param estimate what it may cost in the cloud
     * @param problems the rules of the platform that were broken, with their counts
     */
    record Summary(long epochNanos, BillingEstimate estimate, List<Problem> problems) implements Event {}

    private static long clock(Invocation invocation) {
        return invocation.openedEpochNanos() + invocation.deadlines().openNanos();
    }
}
