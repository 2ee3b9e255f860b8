package io.scflocal.app.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.relay.ConnectionAct;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsViewModelTest {
    private final HandTicker ticker = new HandTicker();
    private final Connections connections = new Connections(ticker);
    private final ConnectionsViewModel viewModel = new ConnectionsViewModel();
    private final List<String> acts = new ArrayList<>();

    @BeforeEach
    void show() {
        viewModel.show(connections.invocations(), (connection, act) -> acts.add(connection + " " + act));
    }

    private List<Integer> numbers() {
        return viewModel.rows().stream()
                .map(row -> row.invocation().connection())
                .toList();
    }

    @Test
    void openOnesStandFirstAndTheNewestAboveTheOlder() {
        Invocation first = connections.open("/1");
        connections.open("/2");
        Invocation third = connections.open("/3");
        viewModel.refresh();
        assertEquals(List.of(3, 2, 1), numbers());

        connections.close(third, 1000, "");
        viewModel.refresh();
        connections.close(first, 1000, "");
        connections.open("/4");
        viewModel.refresh();
        assertEquals(List.of(4, 2, 1, 3), numbers());
        assertEquals(2, viewModel.openCountProperty().get());
        assertEquals(2, viewModel.endedCountProperty().get());
    }

    @Test
    void theFramesOfAllConnectionsWithTheSamePathAreAskedFor() {
        List<String> filters = new ArrayList<>();
        viewModel.onFilter(filters::add);
        viewModel.filterOnPath();
        connections.open("/release/a\"b?room=1");
        viewModel.refresh();
        viewModel.select(viewModel.rows().get(0));
        viewModel.filterOnPath();
        assertEquals(List.of("conn.path == \"/release/a\\\"b\""), filters);
        assertEquals(0, viewModel.selectedConnectionProperty().get());
    }

    @Test
    void rowsStayTheSameObjectsAndTheSelectionStays() {
        Invocation invocation = connections.open("/1");
        viewModel.refresh();
        ConnectionRow row = viewModel.rows().get(0);
        viewModel.select(row);
        assertEquals(1, viewModel.selectedConnectionProperty().get());

        connections.open("/2");
        connections.cut(invocation, EndCause.CLIENT_LOST);
        viewModel.refresh();

        assertSame(row, viewModel.rows().get(1));
        assertEquals(1, viewModel.selectedConnectionProperty().get());
        assertTrue(row.ended());
    }

    @Test
    void theSelectionEndsWhenItsRowLeavesTheTable() {
        connections.close(connections.open("/old"), 1000, "");
        viewModel.refresh();
        viewModel.select(viewModel.rows().get(0));
        for (int i = 0; i < 2_000; i++) {
            connections.close(connections.open("/x"), 1000, "");
        }
        viewModel.refresh();
        assertEquals(2_000, viewModel.rows().size());
        assertEquals(0, viewModel.selectedConnectionProperty().get());
        assertNull(viewModel.selectedProperty().get());
    }

    @Test
    void countdownsAreComputedAndAMessageRestartsTheIdleTimeout() {
        Invocation invocation = connections.open("/1");
        ticker.advance(Duration.ofMillis(4_200));
        viewModel.refresh();
        ConnectionRow row = viewModel.rows().get(0);
        assertEquals("10.8 s", ConnectionText.idle(row.snapshot()));

        ticker.advance(Duration.ofMillis(100));
        connections.frame(invocation, Direction.CLIENT_TO_FUNCTION, 124);
        viewModel.refresh();
        assertTrue(row.snapshot().idle().restarted());
        assertEquals("15.0 s", ConnectionText.idle(row.snapshot()));
        assertEquals(new ConnectionSnapshot.Passed(1, 124), row.snapshot().toFunction());

        ticker.advance(Duration.ofMillis(100));
        connections.limit(Timeouts.DEFAULT.withIdle(Duration.ofSeconds(60)));
        viewModel.refresh();
        assertFalse(row.snapshot().idle().restarted());
        assertEquals("59.9 s", ConnectionText.idle(row.snapshot()));
    }

    @Test
    void nothingRunsBeforeTheFunctionHasAgreedNorAfterTheEnd() {
        Invocation invocation = connections.connect("/1");
        viewModel.refresh();
        ConnectionRow row = viewModel.rows().get(0);
        assertEquals(ConnectionText.NONE, ConnectionText.idle(row.snapshot()));

        ticker.advance(Duration.ofSeconds(31));
        connections.cut(invocation, EndCause.CLIENT_LOST);
        viewModel.refresh();
        ticker.advance(Duration.ofSeconds(31));
        viewModel.refresh();
        assertEquals(ConnectionText.NONE, ConnectionText.idle(row.snapshot()));
        assertEquals(Duration.ofSeconds(31).toNanos(), row.snapshot().elapsedNanos());
    }

    @Test
    void anotherEmulatorReplacesAllRows() {
        connections.open("/1");
        viewModel.refresh();
        viewModel.select(viewModel.rows().get(0));
        Connections other = new Connections(ticker);
        other.open("/other");
        viewModel.show(other.invocations(), (connection, act) -> {});
        assertEquals("/other", viewModel.rows().get(0).invocation().handshake().requestTarget());
        assertEquals(1, viewModel.rows().size());
        assertEquals(0, viewModel.selectedConnectionProperty().get());
    }

    @Test
    void anyCourseOfEventsIsToldInOneChangePerRefresh() {
        Random random = new Random(7);
        AtomicInteger changes = new AtomicInteger();
        List<ConnectionRow> mirror = new ArrayList<>();
        viewModel.rows().addListener((ListChangeListener<ConnectionRow>) change -> {
            changes.incrementAndGet();
            while (change.next()) {
                mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                        .clear();
                mirror.addAll(change.getFrom(), change.getAddedSubList());
            }
        });
        List<Invocation> open = new ArrayList<>();
        for (int refresh = 0; refresh < 200; refresh++) {
            for (int event = random.nextInt(40); event > 0; event--) {
                if (open.isEmpty() || random.nextInt(100) < 52) {
                    open.add(connections.open("/" + refresh));
                } else {
                    connections.close(open.remove(random.nextInt(open.size())), 1000, "");
                }
            }
            int before = changes.get();
            viewModel.refresh();
            assertTrue(changes.get() - before <= 1);
            assertEquals(viewModel.rows(), mirror);
            assertEquals(
                    connections.invocations().recent().stream()
                            .map(Invocation::connection)
                            .sorted()
                            .toList(),
                    numbers().stream().sorted().toList());
            assertOpenFirst();
        }
    }

    private void assertOpenFirst() {
        List<Boolean> ended =
                viewModel.rows().stream().map(ConnectionRow::ended).toList();
        assertEquals(ended.stream().sorted().toList(), ended);
        List<Integer> open = viewModel.rows().stream()
                .filter(row -> !row.ended())
                .map(row -> -row.invocation().connection())
                .toList();
        assertEquals(open.stream().sorted().toList(), open);
    }

    @Test
    void onlyAnOpenConnectionCanBeActedOn() {
        Invocation invocation = connections.connect("/1");
        viewModel.refresh();
        viewModel.select(viewModel.rows().get(0));
        viewModel.drop();
        assertFalse(viewModel.actableProperty().get());

        connections.invocations().opened(invocation, invocation.handshake().answered(101, List.of()));
        viewModel.refresh();
        assertTrue(viewModel.actableProperty().get());
        viewModel.expireIdle();
        viewModel.act(new ConnectionAct.Close(4000, "bye"));

        connections.cut(invocation, EndCause.IDLE_TIMEOUT);
        viewModel.refresh();
        viewModel.drop();
        assertEquals(List.of("1 ExpireIdle[]", "1 Close[code=4000, reason=bye]"), acts);
    }
}
