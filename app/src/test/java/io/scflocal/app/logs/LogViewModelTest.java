package io.scflocal.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.testkit.HandTicker;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogViewModelTest {
    private final InvocationLog log = new InvocationLog(new HandTicker(), line -> {});
    private final LogViewModel viewModel = new LogViewModel();

    @BeforeEach
    void show() {
        viewModel.show(log);
    }

    private void print(String requestId, String text) {
        log.append(LogSource.STDOUT, requestId, text);
    }

    private void printMany(int lines) {
        for (int i = 0; i < lines; i++) {
            print(i % 1_000 == 0 ? "rare" : "common", "line " + i);
        }
    }

    private void refreshAll() {
        do {
            viewModel.refresh();
        } while (viewModel.searchingProperty().get());
    }

    private List<String> texts() {
        return LogViewModel.lines(viewModel.rows()).stream().map(LogLine::text).toList();
    }

    @Test
    void newLinesAreAppendedWhileTheTailIsFollowed() {
        print("a", "one");
        viewModel.refresh();
        print("b", "two");
        viewModel.refresh();
        assertEquals(List.of("one", "two"), texts());
        assertEquals(0, viewModel.waitingCountProperty().get());
    }

    @Test
    void rowsStandStillWhileTheTailIsLetGoAndNewLinesAreCounted() {
        print("a", "one");
        viewModel.refresh();
        viewModel.followingProperty().set(false);
        print("a", "two");
        print("a", "three");
        viewModel.refresh();
        assertEquals(List.of("one"), texts());
        assertEquals(2, viewModel.waitingCountProperty().get());

        viewModel.followingProperty().set(true);
        assertEquals(List.of("one", "two", "three"), texts());
        assertEquals(0, viewModel.waitingCountProperty().get());
    }

    @Test
    void onlyTheLinesOfOneConnectionAreShownUntilAllAreAgain() {
        print("a", "one");
        print("b", "two");
        viewModel.refresh();
        viewModel.showOnly("b");
        print("b", "three");
        print("a", "four");
        viewModel.refresh();
        assertEquals(List.of("two", "three"), texts());
        viewModel.showAll();
        assertEquals(List.of("one", "two", "three", "four"), texts());
    }

    @Test
    void findIgnoresCaseAndIsOffWhenEmpty() {
        print("a", "Listening on 9000");
        print("a", "broadcast");
        viewModel.refresh();
        viewModel.findProperty().set("LISTEN");
        assertEquals(List.of("Listening on 9000"), texts());
        viewModel.findProperty().set("");
        assertEquals(2, texts().size());
    }

    @Test
    void onlyTheNewestLinesAreListedAndTheFirstRowSaysHowManyAreNot() {
        printMany(20_000);
        viewModel.show(log);
        assertEquals(new LogRow.Earlier(0, 15_000), viewModel.rows().get(0));
        assertEquals(LogViewModel.WINDOW + 1, viewModel.rows().size());
        assertEquals("line 19999", texts().get(texts().size() - 1));

        printMany(3_000);
        viewModel.refresh();
        assertTrue(viewModel.rows().size() <= LogViewModel.WINDOW + 501);
        assertEquals(23_000 - texts().size(), ((LogRow.Earlier) viewModel.rows().get(0)).hidden());
    }

    @Test
    void theFirstRowSaysHowManyLinesTheLogHasLetGo() {
        printMany(100_050);
        viewModel.show(log);
        assertEquals(new LogRow.Earlier(50, 95_000), viewModel.rows().get(0));
    }

    @Test
    void aSearchGoesThroughTheWholeLogInSteps() {
        printMany(100_000);
        viewModel.show(log);
        viewModel.showOnly("rare");
        assertTrue(viewModel.searchingProperty().get());
        refreshAll();
        assertFalse(viewModel.searchingProperty().get());
        assertEquals(100, texts().size());
        assertEquals("line 0", texts().get(0));
    }

    @Test
    void whatWaitsIsBoundedToo() {
        print("a", "first");
        viewModel.refresh();
        viewModel.followingProperty().set(false);
        for (int i = 0; i < 10; i++) {
            printMany(9_000);
            viewModel.refresh();
        }
        assertEquals(90_000, viewModel.waitingCountProperty().get());
        viewModel.followingProperty().set(true);
        assertTrue(viewModel.rows().size() <= LogViewModel.WINDOW + 501);
        assertEquals(90_001 - texts().size(), ((LogRow.Earlier) viewModel.rows().get(0)).hidden());
    }

    @Test
    void anotherLogReplacesAllLines() {
        print("a", "one");
        viewModel.refresh();
        viewModel.showOnly("a");
        InvocationLog other = new InvocationLog(new HandTicker(), line -> {});
        other.append(LogSource.STDOUT, "z", "other");
        viewModel.show(other);
        assertEquals(List.of("other"), texts());
        assertEquals("", viewModel.requestIdProperty().get());
    }
}
