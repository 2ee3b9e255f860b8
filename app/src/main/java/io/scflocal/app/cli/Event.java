package io.scflocal.app.cli;

import io.scflocal.core.Emulator;
import io.scflocal.core.Reload;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.interpreter.InterpreterMapping;
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

    /** Hands itself to the method for its kind. */
    void accept(Visitor visitor);

    /** Does something else with each kind of event. */
    interface Visitor {
        void ready(Ready event);

        void failed(Failed event);

        void reloading(Reloading event);

        void opened(Opened event);

        void frame(Frame event);

        void closed(Closed event);

        void logged(Logged event);

        void instanceChanged(InstanceChanged event);

        void noticed(Noticed event);

        void broken(Broken event);

        void disk(Disk event);

        void summary(Summary event);
    }

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

        @Override
        public void accept(Visitor visitor) {
            visitor.ready(this);
        }
    }

    /**
     * The function did not start.
     *
     * @param reloaded whether it was ready before, and its new code does not start
     */
    record Failed(long epochNanos, StartFailure failure, boolean reloaded) implements Event {
        @Override
        public void accept(Visitor visitor) {
            visitor.failed(this);
        }
    }

    /** The function gets its code anew. */
    record Reloading(long epochNanos, Reload reload) implements Event {
        @Override
        public void accept(Visitor visitor) {
            visitor.reloading(this);
        }
    }

    /** Client and function have agreed on the upgrade. */
    record Opened(long epochNanos, Invocation invocation) implements Event {

        static Opened now(Invocation invocation) {
            return new Opened(clock(invocation), invocation);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.opened(this);
        }
    }

    /** A frame has passed. */
    record Frame(FrameRecord frame) implements Event {

        @Override
        public long epochNanos() {
            return frame.epochNanos();
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.frame(this);
        }
    }

    /** A connection, or a plain HTTP request, has ended. */
    record Closed(long epochNanos, Invocation invocation, InvocationEnd end) implements Event {

        static Closed now(Invocation invocation, InvocationEnd end) {
            return new Closed(clock(invocation), invocation, end);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.closed(this);
        }
    }

    /** A line was logged. */
    record Logged(LogLine line) implements Event {

        @Override
        public long epochNanos() {
            return line.epochNanos();
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.logged(this);
        }
    }

    /** An instance has another state or another number of connections. */
    record InstanceChanged(long epochNanos, InstanceView instance) implements Event {
        @Override
        public void accept(Visitor visitor) {
            visitor.instanceChanged(this);
        }
    }

    /** Something that the user should know about instances. */
    record Noticed(long epochNanos, InstanceNotice notice) implements Event {
        @Override
        public void accept(Visitor visitor) {
            visitor.noticed(this);
        }
    }

    /** A rule of the platform was broken for the first time by a connection. */
    record Broken(Problem problem) implements Event {

        @Override
        public long epochNanos() {
            return problem.firstEpochNanos();
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.broken(this);
        }
    }

    /** The disk of the capture keeps up no longer, or again; or the capture is no longer complete. */
    record Disk(long epochNanos, DiskReport report) implements Event {
        @Override
        public void accept(Visitor visitor) {
            visitor.disk(this);
        }
    }

    /**
     * Everything is over.
     *
     * @param estimate what it may cost in the cloud
     * @param problems the rules of the platform that were broken, with their counts
     */
    record Summary(long epochNanos, BillingEstimate estimate, List<Problem> problems) implements Event {
        @Override
        public void accept(Visitor visitor) {
            visitor.summary(this);
        }
    }

    private static long clock(Invocation invocation) {
        return invocation.openedEpochNanos() + invocation.deadlines().openNanos();
    }
}
