package io.scflocal.app.traffic;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.scflocal.app.action.Actions;
import io.scflocal.app.fx.Pulse;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Remembered;
import io.scflocal.app.testkit.Sample;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.Ticker;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Shows the traffic view with made-up frames, to look at and to measure. Arguments: {@code theme=dark|light lang=en|zh rate=<frames/s>
 * start=<frames> gap=<oldest frames without bytes> select=<row from top> connection=<n> seconds=<until exit>}.
 */
public final class TrafficDemo extends Application {
    /** The looked-up colours and classes that the window's own style sheet brings. */
    static final String BASE =
            "data:text/css,.root{-fx-font-size:12px;-scf-c2f:-color-accent-fg;-scf-f2c:-color-success-fg;"
                    + "-scf-control:#a371f7;-scf-danger:-color-danger-fg;-scf-warning:-color-warning-fg;"
                    + "-scf-success:-color-success-fg;}.mono{-fx-font-family:'DejaVu Sans Mono';}"
                    + ".muted{-fx-text-fill:-color-fg-muted;}.section-title{-fx-font-weight:bold;}";

    private final FakeCapture capture = new FakeCapture(TrafficDemo::frame, 0);
    private final long[] costs = new long[1_000_000];
    private int measured;
    private long pulseStart;

    /** Now and then somebody else than the peers makes one. */
    private static Sample frame(long number) {
        Sample sample = DemoFrames.frame(number);
        return number % 31 == 20
                ? sample.madeBy(FrameOrigin.PLATFORM)
                : number % 31 == 24 ? sample.madeBy(FrameOrigin.USER) : sample;
    }

    /** Starts it. */
    public static void main(String[] arguments) {
        launch(TrafficDemo.class, arguments);
    }

    private String option(String name, String otherwise) {
        return getParameters().getRaw().stream()
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    private long number(String name, String otherwise) {
        return Long.parseLong(option(name, otherwise));
    }

    @Override
    public void start(Stage stage) {
        boolean dark = option("theme", "dark").equals("dark");
        setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        Texts texts = new Texts(option("lang", "en").equals("zh") ? Language.CHINESE : Language.ENGLISH);
        TrafficViewModel model = new TrafficViewModel(
                new Threads(
                        Executors.newFixedThreadPool(2, runnable -> {
                            Thread thread = new Thread(runnable);
                            thread.setDaemon(true);
                            return thread;
                        }),
                        Platform::runLater),
                Ticker.system(),
                Remembered.nothing(),
                new Notices());
        model.addressProperty().set("ws://127.0.0.1:8000/release/");
        TrafficView view = new TrafficView(model, texts, new Region());
        Region root = view.root();
        Scene scene = new Scene(root, number("width", "1180"), number("height", "460"));
        scene.getStylesheets().add(BASE);
        Actions actions = new Actions();
        actions.add(view.actions());
        scene.getAccelerators().putAll(actions.accelerators());
        stage.setScene(scene);
        stage.setTitle("Frames");
        stage.setX(0);
        stage.setY(0);
        stage.show();
        capture.count(number("start", "0"));
        model.show(capture, invocations());
        model.showConnection((int) number("connection", "0"));
        capture.gap(number("gap", "0"));
        model.refresh();
        beat(model, scene);
        if (number("select", "-1") >= 0) {
            Platform.runLater(() -> model.choice().select(model.grid().top() + number("select", "-1")));
        }
    }

    private void beat(TrafficViewModel model, Scene scene) {
        long rate = number("rate", "0");
        long start = capture.count();
        long begin = System.nanoTime();
        long end = begin + number("seconds", "3600") * 1_000_000_000L;
        Pulse pulse = new Pulse();
        pulse.add(30, now -> {
            long elapsed = System.nanoTime() - begin;
            capture.count(start + elapsed / 1_000 * rate / 1_000_000);
            pulseStart = System.nanoTime();
            model.refresh();
            if (System.nanoTime() > end) {
                report(elapsed);
                Platform.exit();
            }
        });
        scene.addPostLayoutPulseListener(() -> {
            if (pulseStart != 0) {
                costs[measured++] = System.nanoTime() - pulseStart;
                pulseStart = 0;
            }
        });
        pulse.start();
    }

    private void report(long elapsed) {
        int skip = Math.min(measured / 3, 60);
        long[] sorted = Arrays.copyOfRange(costs, skip, measured);
        Arrays.sort(sorted);
        System.out.printf(
                "%,d frames, %d refreshes in %.1f s: p50 %.2f ms, p95 %.2f ms, max %.2f ms%n",
                capture.count(),
                measured,
                elapsed / 1e9,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static Invocations invocations() {
        Ticker ticker = Ticker.system();
        InvocationLog log = new InvocationLog(ticker, line -> {});
        Invocations invocations = new Invocations(ticker, () -> Timeouts.DEFAULT, log, new InvocationListener() {});
        Handshake handshake = new Handshake(
                        "GET",
                        "/release/chat?room=1",
                        "/chat?room=1",
                        List.of(
                                new Header("Host", "127.0.0.1:8000", Header.Origin.PEER),
                                new Header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==", Header.Origin.PEER),
                                new Header("Connection", "keep-alive, Upgrade", Header.Origin.DROPPED),
                                new Header("X-Scf-Request-Id", "6f1c0a52-6c1f-4b3e", Header.Origin.GATEWAY)),
                        0,
                        List.of())
                .answered(101, List.of(new Header("Upgrade", "websocket", Header.Origin.PEER)));
        for (int i = 0; i < 15; i++) {
            invocations.begin(new Opening("127.0.0.1:51544", true, handshake));
        }
        return invocations;
    }
}
