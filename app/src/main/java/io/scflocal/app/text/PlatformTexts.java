package io.scflocal.app.text;

import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Deadlines;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says in plain words what the platform did and what to do about it; the window and the command line say it in the same words.
 *
 * <p>Immutable.
 */
public final class PlatformTexts {
    private static final String PROBLEM = "platform.problem.";
    private static final String NOTICE = "instances.notice.";
    private static final String OBSTACLE = "instances.obstacle.";
    private static final String RULE = "platform.rule.";
    private static final String STATUS = "platform.status.";
    private static final String CAUSE = "platform.cause.";
    private static final String TODO = ".todo";
    private static final String UNKNOWN = ".unknown";
    /** What they measure are no bytes. */
    private static final Set<ProblemKind> COUNTED =
            EnumSet.of(ProblemKind.PACKETS_PER_SECOND, ProblemKind.LOG_LINES, ProblemKind.ENVIRONMENT_NAME);

    private final Messages messages;

    public PlatformTexts(Messages messages) {
        this.messages = messages;
    }

    /** Why the function did not start: one sentence. */
    public String problem(StartFailure failure) {
        String key = PROBLEM + failure.problem().name();
        // Some details may be unknown; their sentence then has a form that does without.
        boolean unknown = failure.details().contains("") && messages.has(key + UNKNOWN);
        boolean noSandbox = failure.problem() == StartProblem.SANDBOX_UNAVAILABLE;
        List<Object> details = new ArrayList<>(noSandbox ? obstacle(failure.details()) : failure.details());
        if (failure.getCause() != null) {
            details.add(failure.getCause());
        }
        return messages.get(unknown ? key + UNKNOWN : key, details.toArray());
    }

    /** What to do about it. */
    public String problemTodo(StartFailure failure) {
        return messages.get(
                PROBLEM + failure.problem().name() + TODO, failure.details().toArray());
    }

    /** What is noticed about instances: one sentence. */
    public String notice(InstanceNotice notice) {
        return messages.get(NOTICE + notice.kind().id(), details(notice));
    }

    /** What to do about it, if anything. */
    public Optional<String> noticeTodo(InstanceNotice notice) {
        boolean unknown = notice.details().contains("");
        String key = NOTICE + notice.kind().id() + TODO;
        if (unknown && messages.has(key + UNKNOWN)) {
            return Optional.of(messages.get(key + UNKNOWN, details(notice)));
        }
        return messages.has(key) ? Optional.of(messages.get(key, details(notice))) : Optional.empty();
    }

    private Object[] details(InstanceNotice notice) {
        boolean noSandbox = notice.kind() == InstanceNotice.Kind.NO_SANDBOX;
        List<String> all = new ArrayList<>(noSandbox ? obstacle(notice.details()) : notice.details());
        all.add(0, notice.instance());
        return all.toArray();
    }

    /** A sentence about what stands in the way of a sandbox, and the packages that help. */
    private List<String> obstacle(List<String> details) {
        return List.of(messages.get(OBSTACLE + details.get(0), details.get(1)), details.get(2));
    }

    /** Which rule of the platform was broken, and how: one sentence. */
    public String rule(Problem problem) {
        return messages.get(RULE + problem.kind().id(), measured(problem));
    }

    /** What to do about it. */
    public String ruleTodo(Problem problem) {
        return messages.get(RULE + problem.kind().id() + TODO, measured(problem));
    }

    private static Object[] measured(Problem problem) {
        return COUNTED.contains(problem.kind())
                ? new Object[] {Formats.count(problem.worst()), Formats.count(problem.limit())}
                : new Object[] {Quantities.bytes(problem.worst()), Quantities.bytes(problem.limit())};
    }

    /** A status in a few words. */
    public String status(FunctionStatus status) {
        return messages.get(STATUS + status.code());
    }

    /** What to do about a status; empty for a success. */
    public Optional<String> statusTodo(FunctionStatus status) {
        return status.isSuccess() ? Optional.empty() : Optional.of(messages.get(STATUS + status.code() + TODO));
    }

    /** Why {@code invocation} ended so: one sentence. {@code limits} are those in force when it ended. */
    public String cause(Invocation invocation, InvocationEnd end, Timeouts limits) {
        return messages.get(CAUSE + causeId(invocation, end, limits), details(end, limits));
    }

    /** What to do about an end; empty if it was a success. */
    public Optional<String> causeTodo(Invocation invocation, InvocationEnd end, Timeouts limits) {
        if (end.cause() == EndCause.START_FAILED) {
            return statusTodo(end.status());
        }
        return end.status().isSuccess()
                ? Optional.empty()
                : Optional.of(messages.get(CAUSE + causeId(invocation, end, limits) + TODO, details(end, limits)));
    }

    /** An idle timeout before its time was expired by the user. */
    private static String causeId(Invocation invocation, InvocationEnd end, Timeouts limits) {
        boolean early = end.cause() == EndCause.IDLE_TIMEOUT
                && quietNanos(invocation.deadlines(), end) < limits.idle().toNanos();
        return early ? "idle-expired" : end.cause().id();
    }

    /** How long no message had passed at the end; of a connection of a recording, as long as it was open. */
    private static long quietNanos(Deadlines deadlines, InvocationEnd end) {
        // Both have run on since the end. In this order what passes between the two looks cannot make a timeout look
        // early.
        long openNow = deadlines.billedNanos();
        long quietNow = deadlines.limits().idle().toNanos() - deadlines.idleLeftNanos();
        return end.durationNanos() - (openNow - quietNow);
    }

    private Object[] details(InvocationEnd end, Timeouts limits) {
        Duration limit = end.cause() == EndCause.EXECUTION_TIMEOUT ? limits.execution() : limits.idle();
        return new Object[] {
            Integer.toString(end.closeCode()), reason(end), limit.toSeconds(), Integer.toString(end.httpStatus())
        };
    }

    private String reason(InvocationEnd end) {
        return end.closeReason().isEmpty() ? "" : messages.get("platform.closeReason", end.closeReason());
    }
}
