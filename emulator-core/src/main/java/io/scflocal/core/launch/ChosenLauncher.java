package io.scflocal.core.launch;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceLauncher;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.instance.StartWatch;
import io.scflocal.core.output.OutputListener;
import io.scflocal.core.time.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides at the first launch how instances are kept apart, by what was asked for and by what works here. Thread-safe. */
public final class ChosenLauncher implements InstanceLauncher {
    private final Ticker ticker;
    private final Isolation isolation;
    private final ProcessLauncher.Options options;
    private final Consumer<InstanceNotice> notices;
    private @Nullable ProcessLauncher chosen;

    /**
     * Nothing is decided yet.
     *
     * @param notices told if there is no sandbox although nobody has said that there must not be one
     */
    public ChosenLauncher(
            Ticker ticker, Isolation isolation, ProcessLauncher.Options options, Consumer<InstanceNotice> notices) {
        this.ticker = ticker;
        this.isolation = isolation;
        this.options = options;
        this.notices = notices;
    }

    @Override
    public Instance launch(LaunchRequest request, OutputListener output, StartWatch watch) throws StartFailure {
        return choose().launch(request, output, watch);
    }

    @Override
    public synchronized boolean alwaysSeparates() {
        ProcessLauncher decided = chosen;
        return decided != null && decided.alwaysSeparates();
    }

    @Override
    public synchronized void close() {
        ProcessLauncher decided = chosen;
        if (decided != null) {
            decided.close();
        }
    }

    private synchronized ProcessLauncher choose() throws StartFailure {
        ProcessLauncher decided = chosen;
        if (decided == null) {
            decided = decide();
            chosen = decided;
        }
        return decided;
    }

    private ProcessLauncher decide() throws StartFailure {
        if (isolation == Isolation.NONE) {
            return ProcessLauncher.plain(ticker, options, false);
        }
        Optional<SandboxProbe.Obstacle> obstacle = obstacle();
        if (obstacle.isEmpty()) {
            return ProcessLauncher.sandboxed(ticker, options);
        }
        List<String> details = obstacle.get().details();
        if (isolation == Isolation.SANDBOX) {
            throw new StartFailure(
                    StartProblem.SANDBOX_UNAVAILABLE,
                    "No sandbox can run here: " + String.join(" ", details),
                    details,
                    List.of());
        }
        notices.accept(new InstanceNotice(InstanceNotice.Kind.NO_SANDBOX, "", details));
        return ProcessLauncher.plain(ticker, options, true);
    }

    private Optional<SandboxProbe.Obstacle> obstacle() throws StartFailure {
        try {
            return SandboxProbe.look(options.household());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartFailure.cancelled(List.of());
        }
    }
}
