package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.DiskState;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.export.Redaction;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.Problem;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Writes events as lines for people, in the user's language. */
final class ConsoleEvents implements EventWriter, Event.Visitor {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int PREVIEW_BYTES = 120;
    private static final int PREVIEW_HEX_BYTES = 24;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Terminal terminal;
    private final Messages messages;
    private final PlatformTexts platform;
    private final CaptureReader capture;
    private final Timeouts timeouts;
    private final Ink ink;
    /** Those that have been told of and have not ended. */
    private final Set<String> instances = new HashSet<>();
    /** Whether new code has not started, so that no connection is served. */
    private boolean withoutInstance;

    ConsoleEvents(Terminal terminal, Messages messages, CaptureReader capture, Timeouts timeouts) {
        this.terminal = terminal;
        this.messages = messages;
        this.platform = new PlatformTexts(messages);
        this.capture = capture;
        this.timeouts = timeouts;
        this.ink = new Ink(terminal.colour());
    }

    @Override
    public void write(Event event) {
        event.accept(this);
    }

    @Override
    public void ready(Event.Ready ready) {
        line(ready, ink.good(text("cli.ready", Long.toString(ready.pid()), ready.readyMillis())));
        String ws = ready.ws().toString();
        out().println("  " + ink.strong(ws));
        out().println("  " + ink.strong(ready.ws().resolve("/").toString()));
        ready.wss().ifPresent(wss -> {
            out().println("  " + ink.strong(wss.toString()));
            out().println("  " + text("cli.trust"));
        });
        for (InterpreterMapping mapping : ready.mappings()) {
            out().println("  "
                    + text("cli.mapping", mapping.platformPath(), mapping.localPath(), mapping.localVersion())
                            .stripTrailing());
        }
        out().println("  " + text("cli.howToStop"));
    }

    @Override
    public void opened(Event.Opened event) {
        Invocation invocation = event.invocation();
        line(
                event,
                connection(invocation.connection())
                        + text(
                                "cli.opened",
                                Redaction.SECRETS.target(invocation.handshake().requestTarget()),
                                invocation.client(),
                                invocation.requestId(),
                                invocation.instance()));
    }

    @Override
    public void frame(Event.Frame event) {
        FrameRecord frame = event.frame();
        String key = frame.direction() == Direction.CLIENT_TO_FUNCTION ? "cli.frame.up" : "cli.frame.down";
        String opcode = frame.header().opcode().name().toLowerCase(Locale.ROOT);
        line(
                event,
                connection(frame.connection())
                        + text(key, opcode, frame.header().payloadLength(), preview(frame)));
    }

    private String preview(FrameRecord frame) {
        FramePayload payload = FramePayload.read(capture, frame, PREVIEW_BYTES);
        return payload.text().map(ConsoleEvents::printable).orElseGet(() -> {
            int length = Math.min(PREVIEW_HEX_BYTES, payload.bytes().length);
            return HexFormat.ofDelimiter(" ").formatHex(payload.bytes(), 0, length);
        });
    }

    @Override
    public void closed(Event.Closed event) {
        Invocation invocation = event.invocation();
        InvocationEnd end = event.end();
        String status = end.status().code() + " " + platform.status(end.status());
        line(
                event,
                connection(invocation.connection())
                        + text(
                                "cli.closed",
                                end.status().isSuccess() ? ink.good(status) : ink.bad(status),
                                end.durationNanos() / (double) NANOS_PER_SECOND,
                                invocation.traffic(Direction.CLIENT_TO_FUNCTION).frames(),
                                invocation.traffic(Direction.FUNCTION_TO_CLIENT).frames()));
        detail(platform.cause(invocation, end, timeouts));
        platform.causeTodo(invocation, end, timeouts).ifPresent(this::detail);
    }

    @Override
    public void summary(Event.Summary event) {
        BillingEstimate estimate = event.estimate();
        line(event, text("cli.summary", estimate.calls(), estimate.gbSeconds(), price(estimate.cny())));
        event.problems().stream()
                .filter(problem -> problem.count() > 1)
                .forEach(problem -> detail((problem.connection() == 0 ? "" : connection(problem.connection()))
                        + text("cli.summary.problem", problem.count(), platform.rule(problem))));
    }

    private static String price(double cny) {
        return String.format(Locale.ROOT, "%.6f", cny);
    }

    @Override
    public void broken(Event.Broken event) {
        Problem problem = event.problem();
        String who = problem.connection() == 0 ? "" : connection(problem.connection());
        line(event, who + ink.bad(text("cli.problem", platform.rule(problem))));
        detail(platform.ruleTodo(problem));
    }

    private void detail(String sentence) {
        out().println("              " + printable(sentence));
    }

    @Override
    public void logged(Event.Logged event) {
        LogLine line = event.line();
        LogSource source = line.source();
        String text = text("cli.log." + source.name()) + " | " + printable(marked(line));
        boolean bad = source == LogSource.STDERR || source == LogSource.PLATFORM_ERROR;
        line(event, bad ? ink.bad(text) : source == LogSource.STDOUT ? text : ink.faint(text));
    }

    /** The text with a mark where the cloud's log ends. */
    private String marked(LogLine line) {
        String text = line.text();
        OptionalInt kept = line.keptByTheCloud();
        return kept.isEmpty()
                ? text
                : text.substring(0, kept.getAsInt())
                        + text("cli.log.cut", Integer.toString(PlatformLimits.MAX_LOG_LINE_BYTES >> 10))
                        + text.substring(kept.getAsInt());
    }

    @Override
    public void instanceChanged(Event.InstanceChanged event) {
        InstanceView instance = event.instance();
        boolean isNew = instance.coldStart().isPresent() && instances.add(instance.id());
        if (isNew) {
            if (withoutInstance) {
                withoutInstance = false;
                line(event, ink.good(text("cli.reload.mended")));
            }
            line(
                    event,
                    ink.faint(text(
                            "cli.instance.started",
                            instance.id(),
                            Long.toString(instance.pid()),
                            instance.coldStart().orElseThrow().total().toMillis())));
        } else if (instance.state() == InstanceState.ENDED && instances.remove(instance.id())) {
            line(event, ink.faint(text("cli.instance.ended", instance.id())));
        }
    }

    @Override
    public void noticed(Event.Noticed event) {
        line(event, ink.bad(printable(platform.notice(event.notice()))));
        platform.noticeTodo(event.notice()).ifPresent(this::detail);
    }

    @Override
    public void failed(Event.Failed event) {
        terminal.out().flush();
        PrintStream err = terminal.err();
        StartFailure failure = event.failure();
        String status = failure.status().code() + " " + platform.status(failure.status());
        err.println(text(event.reloaded() ? "cli.reload.failed" : "cli.failed", status, platform.problem(failure)));
        err.println(platform.problemTodo(failure));
        if (event.reloaded()) {
            withoutInstance = true;
            err.println(text("cli.reload.failed.now"));
        }
        if (!failure.lastOutput().isEmpty()) {
            err.println(text("cli.lastOutput"));
            failure.lastOutput().forEach(line -> err.println("  " + printable(line)));
        }
        err.flush();
    }

    /** Told by the instances that end and start. */
    @Override
    public void reloading(Event.Reloading event) {}

    @Override
    public void disk(Event.Disk event) {
        String sentence = text(
                "cli.disk." + event.report().state().name(),
                event.report().directory().toString());
        line(event, event.report().state() == DiskState.KEEPS_UP ? ink.good(sentence) : ink.bad(sentence));
        event.report().failure().ifPresent(failure -> detail(text("cli.disk.lost", failure)));
    }

    private void line(Event event, String text) {
        Instant time = Instant.ofEpochSecond(0, event.epochNanos());
        out().println(ink.faint(TIME.format(time.atZone(ZoneId.systemDefault()))) + "  " + text);
    }

    private static String connection(int number) {
        return "#" + number + " ";
    }

    private String text(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    private PrintStream out() {
        return terminal.out();
    }

    /** What others wrote must not steer the terminal. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\t' ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
