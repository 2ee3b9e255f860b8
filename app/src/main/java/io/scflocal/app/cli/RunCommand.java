package io.scflocal.app.cli;

import io.scflocal.app.text.ConfigTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.core.Emulator;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code scf-local run}: opens an emulator, runs it, and stops it whichever way it ends, signals included. Its capture is kept among the
 * user's.
 */
final class RunCommand {
    private static final System.Logger LOG = System.getLogger(RunCommand.class.getName());
    // The platform's documents disagree about the idle timeout's range; these bounds hold in all of them.
    private static final Duration SAFE_MIN_IDLE = Duration.ofSeconds(10);
    private static final Duration SAFE_MAX_IDLE = Duration.ofSeconds(1800);

    private final RunOptions options;
    private final Terminal terminal;
    private final Messages messages;

    RunCommand(RunOptions options, Terminal terminal, Messages messages) {
        this.options = options;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Runs until a signal or the end of the output; returns the exit status. */
    int execute() throws InterruptedException {
        notices(options, messages).forEach(terminal.err()::println);
        terminal.err().flush();
        try {
            return execute(Emulator.open(options.folder(), options.emulatorOptions()));
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error.capture", e));
            return ExitStatus.NOT_STARTED;
        }
    }

    private int execute(Emulator emulator) throws InterruptedException {
        HeadlessRun run = new HeadlessRun(emulator, options, terminal, messages);
        return StopOnSignal.guard(() -> stopAndHalt(run), run::run);
    }

    private static void stopAndHalt(HeadlessRun run) {
        int status = ExitStatus.INTERNAL_ERROR;
        try {
            run.stop();
            status = run.status();
        } catch (RuntimeException | InterruptedException e) {
            LOG.log(System.Logger.Level.ERROR, "The function could not be stopped", e);
        } finally {
            // Without this the process would end with the signal's number.
            Runtime.getRuntime().halt(status);
        }
    }

    /** What the user should know of these settings before the function starts. */
    static List<String> notices(RunOptions options, Messages messages) {
        Timeouts timeouts = options.timeouts();
        Stream.Builder<String> notices = Stream.builder();
        if (timeouts.idle().compareTo(SAFE_MIN_IDLE) < 0 || timeouts.idle().compareTo(SAFE_MAX_IDLE) > 0) {
            notices.add(messages.get("cli.notice.idle", timeouts.idle().toSeconds()));
        }
        if (timeouts.execution().compareTo(timeouts.idle()) < 0) {
            notices.add(messages.get(
                    "cli.notice.timeoutBelowIdle",
                    timeouts.execution().toSeconds(),
                    timeouts.idle().toSeconds()));
        }
        new ConfigTexts(messages).notices(options.resolved()).forEach(notices::add);
        notices.add(choices(options.choices(), messages));
        return notices.build().toList();
    }

    /** What the cloud's documents leave open is never decided silently. */
    private static String choices(PlatformChoices choices, Messages messages) {
        return messages.get(
                "cli.notice.choices",
                messages.get("cli.choice.cut." + choices.cut().id()),
                messages.get("cli.choice.pings." + choices.pingsCount()),
                messages.get("cli.choice.unclear." + choices.unclearEnds().id()),
                messages.get("cli.choice.limits." + choices.limits().policy().id()));
    }
}
