package io.scflocal.core.instance;

import io.scflocal.core.platform.FunctionStatus;
import java.util.List;

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
