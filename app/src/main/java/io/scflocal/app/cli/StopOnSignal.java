package io.scflocal.app.cli;

/** Stops a run whichever way the process is asked to end. */
final class StopOnSignal {
    private StopOnSignal() {}

    /** Gives an exit status. */
    @FunctionalInterface
    interface Run {
        int run() throws InterruptedException;
    }

    /**
     * Runs {@code run} and gives its exit status. When a signal is first, {@code stop} runs on a thread of the system; the process
     * ends when it returns, and this never does.
     */
    static int guard(Runnable stop, Run run) throws InterruptedException {
        Thread onSignal = new Thread(stop, "stop on signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        int status = run.run();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // A signal was first: its thread ends the process with the right status.
            onSignal.join();
        }
        return status;
    }
}
