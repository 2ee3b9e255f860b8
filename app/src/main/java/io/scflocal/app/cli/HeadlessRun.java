package io.scflocal.app.cli;

import io.scflocal.app.text.EmulatorLog;
import io.scflocal.app.text.Messages;
import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.Reload;
import io.scflocal.core.Subscription;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.time.Ticker;
import java.util.concurrent.CountDownLatch;

/**
 * One function run without a window: from its start until somebody stops it or nobody reads the output any more.
 *
 * <p>{@link #run()} blocks on the main thread; {@link #stop()} may be called by any other, usually by the one that the system starts
 * on SIGINT and SIGTERM.
 */
final class HeadlessRun {
    private static final System.Logger LOG = System.getLogger(HeadlessRun.class.getName());
    // Longer than any line waits on a reader that is alive; a reader that is stuck does not keep the ports from being
    // freed.
    private static final long PRINT_LEFTOVERS_MILLIS = 2_000;
    private static final int MAX_QUEUED_LINES = 100_000;
    private static final long MAX_QUEUED_CHARACTERS = 16L << 20;
    // An event may keep a whole handshake in memory.
    private static final int MAX_QUEUED_EVENTS = 20_000;

    private final Emulator emulator;
    private final Terminal terminal;
    private final Messages messages;
    private final EventQueue queue = new EventQueue(MAX_QUEUED_LINES, MAX_QUEUED_CHARACTERS, MAX_QUEUED_EVENTS);
    private final EventPrinter printer;
    private final Thread printing;
    private final DiskWatch disk;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean notStarted;
    private boolean stopped;

    HeadlessRun(Emulator emulator, RunOptions options, Terminal terminal, Messages messages) {
        this.emulator = emulator;
        this.terminal = terminal;
        this.messages = messages;
        EventWriter writer = options.json()
                ? new JsonEvents(terminal.out(), emulator.capture(), emulator::estimate)
                : new ConsoleEvents(terminal, messages, emulator.capture(), options.timeouts());
        printer = new EventPrinter(queue, emulator.capture(), options.frames(), writer, this::report);
        emulator.addListener(new EmulatorLog(emulator.log(), () -> messages));
        emulator.addListener(new EmulatorListener() {
            @Override
            public void reloading(Reload reload) {
                emulator.setSettings(options.settingsNow());
            }
        });
        disk = new DiskWatch(emulator::disk, report -> queue.disk(new Event.Disk(now(), report)));
        printing = new Thread(this::print, "events");
        printing.setDaemon(true);
    }

    /** Runs until the end and returns the exit status. */
    int run() throws InterruptedException {
        printing.start();
        Subscription subscription = emulator.addListener(queue);
        try {
            emulator.start();
            emulator.instance().ifPresent(instance -> queue.ready(Event.Ready.of(now(), emulator, instance)));
            over.await();
            stop();
        } catch (StartFailure failure) {
            if (failure.problem() != StartProblem.CANCELLED) {
                notStarted = true;
                queue.failed(new Event.Failed(now(), failure, false));
            }
            stop();
        } finally {
            subscription.close();
        }
        return status();
    }

    /** The exit status after the stop, whoever asked for it. */
    int status() {
        return notStarted ? ExitStatus.NOT_STARTED : ExitStatus.OK;
    }

    /** Ends every connection and process, prints what is left to tell, and makes {@link #run()} return. Blocks until that is done. */
    synchronized void stop() throws InterruptedException {
        if (!stopped) {
            stopped = true;
            emulator.stop();
            queue.summary(new Event.Summary(
                    now(),
                    emulator.invocations().estimate(emulator.choices().prices()),
                    emulator.problems().all()));
            printer.finish();
            printing.join(PRINT_LEFTOVERS_MILLIS);
            emulator.close();
        }
        over.countDown();
    }

    private void print() {
        try {
            printer.run(() -> {
                disk.look();
                return terminal.out().checkError();
            });
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The events can no longer be written", e);
        } finally {
            over.countDown();
        }
    }

    private void report(LeftOut leftOut) {
        if (leftOut.lines() > 0) {
            terminal.err().println(messages.get("cli.notice.lostLines", leftOut.lines()));
        }
        if (leftOut.events() > 0) {
            terminal.err().println(messages.get("cli.notice.lostEvents", leftOut.events()));
        }
        if (leftOut.frames() > 0) {
            terminal.err().println(messages.get("cli.notice.lostFrames", leftOut.frames()));
        }
        terminal.err().flush();
    }

    private static long now() {
        return Ticker.system().epochNanos();
    }
}
