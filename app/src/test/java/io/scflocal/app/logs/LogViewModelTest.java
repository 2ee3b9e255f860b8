package io.scflocal.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {
    private final HandTicker ticker = new HandTicker();
    private final InvocationLog log = new InvocationLog(ticker, line -> {});
    private static final int WINDOW = 5_000;

    private final LogViewModel viewModel = new LogViewModel(new Threads(Runnable::run, Runnable::run), WINDOW);

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
        viewModel.criteria().findProperty().set("LISTEN");
        assertEquals(List.of("Listening on 9000"), texts());
        viewModel.criteria().findProperty().set("");
        assertEquals(2, texts().size());
    }

    @Test
    void onlyTheNewestLinesAreListedAndTheFirstRowSaysHowManyAreNot() {
        printMany(20_000);
        viewModel.show(log);
        assertEquals(new LogRow.Earlier(0, 15_000), viewModel.rows().get(0));
        assertEquals(WINDOW + 1, viewModel.rows().size());
        assertEquals("line 19999", texts().get(texts().size() - 1));

        printMany(3_000);
        viewModel.refresh();
        assertTrue(viewModel.rows().size() <= WINDOW + 501);
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
        assertTrue(viewModel.rows().size() <= WINDOW + 501);
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
        assertEquals("", viewModel.criteria().requestIdProperty().get());
    }

    @Test
    void linesAreFoundByRegularExpressionAndAWrongOneSaysWhatIsWrong() {
        print("a", "took 812 ms");
        print("a", "took no time");
        viewModel.refresh();
        viewModel.criteria().regexProperty().set(true);
        viewModel.criteria().findProperty().set("took \\d+ MS");
        assertEquals(List.of("took 812 ms"), texts());
        viewModel.criteria().findProperty().set("(");
        assertFalse(viewModel.criteria().findErrorProperty().get().isEmpty());
        assertEquals(2, texts().size());
    }

    @Test
    @Timeout(10)
    void anExpressionThatWouldTakeYearsFindsNothing() {
        print("a", "a".repeat(50_000) + "!");
        viewModel.refresh();
        viewModel.criteria().regexProperty().set(true);
        viewModel.criteria().findProperty().set("(a*)*b");
        assertEquals(List.of(), texts());
    }

    @Test
    void linesAreFilteredBySourceAndLevel() {
        log.append(LogSource.PLATFORM, "a", "START RequestId:a");
        print("a", "{\"level\":\"warn\",\"msg\":\"slow\"}");
        print("a", "{\"time\":1,\"level\":50,\"msg\":\"redis\"}");
        print("a", "[DEBUG] cache");
        print("a", "plain");
        log.append(LogSource.STDERR, "a", "odd");
        viewModel.refresh();
        viewModel.criteria().sources().remove(LogSource.PLATFORM);
        assertEquals(5, texts().size());
        viewModel.criteria().levelProperty().set(LogLevel.INFO);
        assertEquals(4, texts().size());
        viewModel.criteria().levelProperty().set(LogLevel.WARN);
        assertEquals(3, texts().size());
        viewModel.criteria().levelProperty().set(LogLevel.ERROR);
        assertEquals(List.of("{\"time\":1,\"level\":50,\"msg\":\"redis\"}"), texts());
    }

    @Test
    void clearedLinesAreHiddenUntilThatIsTakenBack() {
        print("a", "one");
        viewModel.refresh();
        viewModel.clear();
        print("a", "two");
        viewModel.refresh();
        assertEquals(List.of("two"), texts());
        viewModel.undoClear();
        assertEquals(List.of("one", "two"), texts());
    }

    @Test
    void theLineOfAMomentIsTheLastOneBefore() {
        for (int i = 0; i < 5; i++) {
            print("a", "line " + i);
            ticker.advance(Duration.ofSeconds(1));
        }
        viewModel.refresh();
        long third = LogViewModel.lines(viewModel.rows()).get(2).epochNanos();
        viewModel.reveal(third + 1);
        assertEquals(2, viewModel.revealedProperty().get());
        assertFalse(viewModel.followingProperty().get());
        viewModel.reveal(0);
        assertEquals(0, viewModel.revealedProperty().get());
    }

    @Test
    void aLineThatAnotherInvocationHidesIsShownAllTheSame() {
        print("a", "mine");
        print("b", "other");
        viewModel.refresh();
        List<LogLine> lines = LogViewModel.lines(viewModel.rows());
        viewModel.showOnly("a");
        viewModel.reveal(lines.get(0));
        assertEquals(List.of("mine"), texts());
        viewModel.reveal(lines.get(1));
        assertEquals(List.of("mine", "other"), texts());
        assertEquals(1, viewModel.revealedProperty().get());
    }

    @Test
    void theListedLinesAreExportedAsTheyAreCopied(@TempDir Path folder) throws IOException {
        print("a", "\u001b[31mred\u001b[0m");
        print("b", "other");
        viewModel.showOnly("a");
        Path file = folder.resolve("invocation.log");
        viewModel.export(file);
        String[] lines = Files.readString(file).split(System.lineSeparator());
        assertEquals(1, lines.length);
        assertTrue(lines[0].endsWith("a         red"), lines[0]);
        viewModel.export(folder);
        assertFalse(viewModel.exportedProperty().get().orElseThrow().error().isEmpty());
    }
}
