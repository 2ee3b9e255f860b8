package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.filter.FilterTexts;
import io.scflocal.app.filter.FilterViewModel;
import io.scflocal.app.filter.Hits;
import io.scflocal.app.filter.Verdict;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.payload.Content;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.testkit.Remembered;
import io.scflocal.app.testkit.Sample;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PatternText;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterViewModelTest {
    private final HandTicker ticker = new HandTicker();
    private final FakeCapture capture = new FakeCapture(FilterViewModelTest::frame, 1_000);
    private final TrafficViewModel model = new TrafficViewModel(
            new Threads(Runnable::run, Runnable::run), ticker, Remembered.nothing(), new Notices());
    private final FilterViewModel filter = model.filter();

    /** Every tenth is a Ping, every other one comes from the client; five connections. */
    private static Sample frame(long number) {
        Direction direction = number % 2 == 0 ? Direction.CLIENT_TO_FUNCTION : Direction.FUNCTION_TO_CLIENT;
        int connection = (int) (number % 5) + 1;
        return number % 10 == 9
                ? Sample.of(number, connection, direction, Sample.FIN | Sample.PING, new byte[0])
                : Sample.text(number, connection, direction, "{\"type\":\"" + (number < 100 ? "chat" : "ack") + "\"}");
    }

    @BeforeEach
    void show() {
        model.show(
                capture,
                new Invocations(
                        ticker,
                        () -> Timeouts.DEFAULT,
                        new InvocationLog(ticker, line -> {}),
                        new InvocationListener() {}));
        pulse(0);
    }

    private void pulse(long millis) {
        ticker.advance(Duration.ofMillis(millis));
        model.refresh();
    }

    private void enter(String text) {
        filter.textProperty().set(text);
        filter.apply();
        model.refresh();
    }

    private long listed() {
        return model.hitsProperty().get().rows();
    }

    @Test
    void aTextIsAppliedOnceNothingWasTypedForAWhile() {
        filter.textProperty().set("dir == c");
        pulse(30);
        filter.textProperty().set("dir == c2f");
        pulse(30);
        pulse(240);
        assertEquals(1_000, listed());
        assertInstanceOf(Verdict.Empty.class, filter.verdictProperty().get());
        pulse(10);
        assertEquals(500, listed());
        assertInstanceOf(Verdict.Expression.class, filter.verdictProperty().get());
    }

    @Test
    void typingStartsTheWaitAgain() {
        filter.textProperty().set("ping");
        pulse(30);
        pulse(200);
        filter.textProperty().set("chat");
        pulse(200);
        pulse(200);
        assertEquals(1_000, listed());
        pulse(60);
        assertEquals(90, listed());
        assertInstanceOf(Verdict.QuickSearch.class, filter.verdictProperty().get());
    }

    @Test
    void anErrorKeepsTheLastGoodFilter() {
        enter("dir == c2f");
        enter("dir == upwards");
        Verdict.Wrong wrong =
                assertInstanceOf(Verdict.Wrong.class, filter.verdictProperty().get());
        assertEquals(8, wrong.error().column());
        assertEquals(500, listed());
        assertTrue(filter.isTypedInForce());
        filter.clear();
        model.refresh();
        assertEquals(1_000, listed());
        assertInstanceOf(Verdict.Empty.class, filter.verdictProperty().get());
        assertFalse(filter.isTypedInForce());
    }

    @Test
    void connectionControlFramesAndTextApplyTogether() {
        enter("json.type == \"chat\"");
        assertEquals(90, listed());
        model.showConnection(5);
        model.refresh();
        assertEquals(10, listed());
        filter.clear();
        filter.hideControl(true);
        model.refresh();
        assertEquals(100, listed());
        model.showAllConnections();
        model.refresh();
        assertEquals(new Hits(900, 1_000, 100, 0), model.hitsProperty().get());
    }

    @Test
    void theCountGoesOnWithTheCapture() {
        enter("control");
        capture.count(1_010);
        model.refresh();
        assertEquals(new Hits(101, 1_010, 100, 0), model.hitsProperty().get());
        model.clear();
        assertEquals(new Hits(0, 0, 100, 0), model.hitsProperty().get());
    }

    @Test
    void whatSaysTheSameOfEveryFrameIsDoubted() {
        enter("dir == c2f || dir != c2f");
        assertEquals(new Verdict.Constant(true), filter.verdictProperty().get());
        enter("control && data");
        assertEquals(new Verdict.Constant(false), filter.verdictProperty().get());
        assertEquals(0, listed());
    }

    @Test
    void aTermIsAddedToAnExpressionAndReplacesAnythingElse() {
        filter.add("op == text");
        filter.add("dir == c2f");
        assertEquals("op == text && dir == c2f", filter.textProperty().get());
        enter("control || data");
        filter.add("conn == 1");
        assertEquals("(control || data) && conn == 1", filter.textProperty().get());
        enter("op == ");
        filter.add("conn == 2");
        assertEquals("conn == 2", filter.textProperty().get());
    }

    @Test
    void termsSayWhatAFrameIs() {
        Sample typed = Sample.text(0, 1, Direction.FUNCTION_TO_CLIENT, "{\"a\":{\"type\":\"no\"},\"type\":\"yes\"}");
        Sample ping = Sample.of(1, 1, Direction.CLIENT_TO_FUNCTION, Sample.FIN | Sample.PING, new byte[0]);
        FakeCapture two = FakeCapture.of(typed, ping);
        assertEquals("dir == f2c", FrameTerms.direction(typed.frame()));
        assertEquals("op == ping", FrameTerms.opcode(ping.frame()));
        assertEquals(Optional.of("json.type == \"yes\""), FrameTerms.jsonType(Content.of(two, typed.frame())));
        assertEquals(Optional.empty(), FrameTerms.jsonType(Content.of(two, ping.frame())));
    }

    @Test
    void anotherCaptureKeepsTheText() {
        enter("control");
        model.showConnection(5);
        model.show(
                new FakeCapture(FilterViewModelTest::frame, 20),
                new Invocations(
                        ticker,
                        () -> Timeouts.DEFAULT,
                        new InvocationLog(ticker, line -> {}),
                        new InvocationListener() {}));
        model.refresh();
        assertEquals(new Hits(2, 20, 100, 0), model.hitsProperty().get());
    }

    @Test
    void anErrorIsSaidInTheChosenLanguage() {
        QueryError error = ((Query.Error) Query.parse("lenn > 5")).error();
        assertEquals(
                "Column 1: There is no field lenn. Did you mean len?",
                FilterTexts.error(Messages.in(Language.ENGLISH), error));
        QueryError unfinished = ((Query.Error) Query.parse("op == text &&")).error();
        assertEquals("第 14 列：此处应为字段，却是 结尾。", FilterTexts.error(Messages.in(Language.CHINESE), unfinished));
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorHasItsSentence(Language language) {
        Messages messages = Messages.in(language);
        for (QueryError.Code code : QueryError.Code.values()) {
            // What Java says of a pattern is said in other words.
            String hint = code == QueryError.Code.BAD_PATTERN ? PatternText.of(messages, "{hint}") : "{hint}";
            for (QueryError.Expected expected : QueryError.Expected.values()) {
                String sentence = FilterTexts.error(messages, new QueryError(code, 3, "it's", expected, "{hint}"));
                assertTrue(
                        (sentence.contains(hint) || expected == QueryError.Expected.END_OF_STRING)
                                && !sentence.contains("{0}"),
                        sentence);
            }
        }
    }
}
