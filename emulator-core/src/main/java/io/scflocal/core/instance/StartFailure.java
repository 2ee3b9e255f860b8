package io.scflocal.core.instance;

import io.scflocal.core.platform.FunctionStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Why no instance could be started.
 *
 * <p>The texts that a user sees are made from {@link #problem()} and {@link #details()} in the user's language; {@link #getMessage()}
 * is one English sentence for logs and for the platform's {@code X-Scf-Message}.
 */
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final StartProblem problem;
    private final List<String> details;
    private final List<String> lastOutput;

    /**
     * @param problem what is wrong
     * @param message one English sentence that says what is wrong and where
     * @param details the values that the sentence is about, in the order that {@link StartProblem} documents
     * @param lastOutput the last lines that the process printed; empty if none was started
     */
    public StartFailure(StartProblem problem, String message, List<String> details, List<String> lastOutput) {
        super(message);
        this.problem = problem;
        this.details = List.copyOf(details);
        this.lastOutput = List.copyOf(lastOutput);
    }

    /** The start was given up; {@code lastOutput} as for the constructor. */
    public static StartFailure cancelled(List<String> lastOutput) {
        return new StartFailure(StartProblem.CANCELLED, "The start was given up.", List.of(), lastOutput);
    }

    /** The failure of a start in what a stage has failed with, which the stages in between may have wrapped. */
    public static Optional<StartFailure> in(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        return cause instanceof StartFailure failure ? Optional.of(failure) : Optional.empty();
    }

    /** As {@link #in}; a failure of its own kind if it is something that nobody foresaw. */
    public static StartFailure from(Throwable error) {
        return in(error)
                .orElseGet(() -> new StartFailure(
                        StartProblem.NOT_STARTED,
                        "The start file was not started: " + error,
                        List.of(error.toString()),
                        List.of()));
    }

    /** What is wrong. */
    public StartProblem problem() {
        return problem;
    }

    /** The platform's status for it. */
    public FunctionStatus status() {
        return problem.status();
    }

    /** The values that belong to the problem, in the order that {@link StartProblem} documents. */
    public List<String> details() {
        return details;
    }

    /** The last lines that the process printed, oldest first. */
    public List<String> lastOutput() {
        return lastOutput;
    }
}
