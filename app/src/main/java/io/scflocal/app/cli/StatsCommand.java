package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.app.text.StatisticsText;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.query.CaptureEnvironment;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.statistics.Statistics;
import io.scflocal.core.statistics.StatisticsScan;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** {@code scf-local stats}: counts what is in a capture. */
final class StatsCommand {
    private final Options options;
    private final Terminal terminal;
    private final Messages messages;

    /**
     * What is counted.
     *
     * @param capture the name of the capture
     * @param filter which frames; all of them when empty
     * @param value of what the most frequent values are wanted
     * @param json whether the result is written as JSON
     */
    record Options(String capture, Optional<Expr> filter, Optional<Operand> value, boolean json) {}

    StatsCommand(Options options, Terminal terminal, Messages messages) {
        this.options = options;
        this.terminal = terminal;
        this.messages = messages;
    }

    /**
     * Counts and returns the exit status.
     *
     * @throws UsageException if there is no such capture
     */
    int execute(Path root) throws UsageException, InterruptedException {
        try (StoredCapture capture = new NamedCapture(root, messages).open(options.capture())) {
            capture.awaitMessages();
            QueryEnvironment environment = CaptureEnvironment.of(
                    capture, capture.session(), Ticker.system().epochNanos());
            StatisticsScan.Request request = new StatisticsScan.Request(
                    options.filter().map(expr -> new Plan(expr, environment)), options.value());
            print(StatisticsScan.of(capture, environment, request, StatisticsScan.Progress.NONE));
            return ExitStatus.OK;
        } catch (IOException e) {
            terminal.err()
                    .println(messages.get("cli.error", messages.get("cli.error.captureUnreadable", e.toString())));
            return ExitStatus.INTERNAL_ERROR;
        }
    }

    private void print(Statistics statistics) {
        if (options.json()) {
            // JSON is in UTF-8 whatever the terminal's character set is.
            byte[] bytes = (StatsJson.of(statistics) + "\n").getBytes(StandardCharsets.UTF_8);
            terminal.out().write(bytes, 0, bytes.length);
        } else {
            new StatisticsText(statistics, messages).lines().forEach(terminal.out()::println);
        }
    }
}
