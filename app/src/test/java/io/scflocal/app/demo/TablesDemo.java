package io.scflocal.app.demo;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.scflocal.app.connections.ConnectionsView;
import io.scflocal.app.connections.ConnectionsViewModel;
import io.scflocal.app.fx.Pulse;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.logs.LogDesk;
import io.scflocal.app.logs.LogView;
import io.scflocal.app.logs.LogViewModel;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.testkit.TestStyles;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.platform.EndCause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * Connections above, log below. Arguments: {@code light} or {@code dark}, {@code en} or {@code zh}, then any of {@code ended} (an ended
 * connection is selected), {@code empty}, {@code churn} (500 connections, hundreds come and go each second).
 */
public final class TablesDemo extends Application {
    private static final int CHURN_OPEN = 500;
    private static final int CHURN_PER_BEAT = 50;

    private final HandTicker ticker = new HandTicker();
    private final Connections connections = new Connections(ticker);
    private final ConnectionsViewModel table = new ConnectionsViewModel();
    private final LogViewModel log = new LogViewModel(new Threads(Runnable::run, Runnable::run));
    private final Pulse pulse = new Pulse();

    /** Apart from the application, which the launcher would want on the module path. */
    static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) {
            Application.launch(TablesDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> options = getParameters().getRaw();
        setUserAgentStylesheet(
                options.contains("light")
                        ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet());
        Texts texts = new Texts(options.contains("zh") ? Language.CHINESE : Language.ENGLISH);
        SplitPane panes = new SplitPane(
                new ConnectionsView(table, texts, () -> {}).root(), new LogView(log, texts, new NoDesk()).root());
        panes.setOrientation(Orientation.VERTICAL);
        panes.setDividerPositions(0.5);
        Scene scene = new Scene(panes, 1136, 700);
        scene.getStylesheets().add(TestStyles.SHEET);
        stage.setScene(scene);
        stage.show();
        if (!options.contains("empty")) {
            tellStory();
        }
        table.show(connections.invocations(), (connection, act) -> {});
        log.show(connections.log());
        if (options.contains("ended")) {
            ((TableView<?>) scene.lookup("#connectionTable"))
                    .getSelectionModel()
                    .select(4);
        }
        if (options.contains("churn")) {
            churn();
        }
        pulse.start();
    }

    private void tellStory() {
        Invocation closed = connections.open("/release/");
        traffic(closed, 5, 5, 120);
        ticker.advance(Duration.ofSeconds(9));
        connections.close(closed, 1000, "");
        Invocation idle = connections.open("/release/");
        traffic(idle, 1, 1, 24);
        ticker.advance(Duration.ofSeconds(31));
        connections.cut(idle, EndCause.IDLE_TIMEOUT);
        Invocation left = connections.open("/release/chat?room=1");
        ticker.advance(Duration.ofSeconds(2));
        connections.close(left, 1001, "tab closed");
        Invocation red = connections.open("/release/");
        ticker.advance(Duration.ofSeconds(21));
        Invocation amber = connections.open("/release/chat?room=1");
        ticker.advance(Duration.ofSeconds(28));
        Invocation calm = connections.open("/release/chat?room=1");
        ticker.advance(Duration.ofSeconds(252));
        traffic(red, 2, 2, 24);
        connections.log().append(LogSource.STDOUT, calm.requestId(), "client connected: 127.0.0.1 room=1");
        ticker.advance(Duration.ofMillis(3_100));
        traffic(amber, 88, 3_590, 108);
        connections.log().append(LogSource.STDERR, amber.requestId(), "DeprecationWarning: ws.send without a callback");
        ticker.advance(Duration.ofMillis(6_600));
        traffic(calm, 1_204, 3_611, 87);
        connections.log().append(LogSource.STDOUT, calm.requestId(), "broadcast to 2 members " + "x".repeat(9_000));
        connections.log().append(LogSource.STDOUT, calm.requestId(), "早上好, " + "wide ".repeat(60));
        ticker.advance(Duration.ofMillis(4_200));
        connections.connect("/release/chat?room=2");
    }

    private void traffic(Invocation invocation, int toFunction, int toClient, int wireLength) {
        for (int i = 0; i < toFunction; i++) {
            connections.frame(invocation, Direction.CLIENT_TO_FUNCTION, wireLength);
        }
        for (int i = 0; i < toClient; i++) {
            connections.frame(invocation, Direction.FUNCTION_TO_CLIENT, wireLength);
        }
    }

    private void churn() {
        ArrayDeque<Invocation> open = new ArrayDeque<>();
        long[] spent = new long[3];
        pulse.add(10, nanos -> {
            ticker.advance(Duration.ofMillis(100));
            for (int i = 0; i < CHURN_PER_BEAT; i++) {
                Invocation next = connections.open("/release/chat?room=" + i);
                open.add(next);
                connections.log().append(LogSource.STDOUT, next.requestId(), "hello " + i);
                if (open.size() > CHURN_OPEN) {
                    connections.close(open.remove(), 1000, "");
                }
            }
            open.forEach(one -> traffic(one, 1, 1, 60));
            long before = System.nanoTime();
            table.refresh();
            long between = System.nanoTime();
            log.refresh();
            spent[0] += between - before;
            spent[1] += System.nanoTime() - between;
            if (++spent[2] % 50 == 0) {
                System.out.printf("refresh: connections %.2f ms, log %.2f ms%n", spent[0] / 50e6, spent[1] / 50e6);
                spent[0] = 0;
                spent[1] = 0;
            }
        });
        pulse.add(60, frames());
    }

    private static Pulse.Beat frames() {
        long[] counted = new long[2];
        return nanos -> {
            counted[0]++;
            if (nanos - counted[1] > 5_000_000_000L) {
                System.out.println("frames in five seconds: " + counted[0]);
                counted[0] = 0;
                counted[1] = nanos;
            }
        };
    }

    private static final class NoDesk implements LogDesk {
        @Override
        public void copy(String text) {}

        @Override
        public Optional<Path> chooseFile(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public void showFrameNear(LogLine line) {}
    }
}
