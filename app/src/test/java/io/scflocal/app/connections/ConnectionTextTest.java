package io.scflocal.app.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionTextTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
    private static final Messages CHINESE = Messages.in(Language.CHINESE);

    private final HandTicker ticker = new HandTicker();
    private final Connections connections = new Connections(ticker);

    @Test
    void anOpenConnectionSaysSo() {
        ConnectionSnapshot connecting = ConnectionSnapshot.of(connections.connect("/"));
        ConnectionSnapshot open = ConnectionSnapshot.of(connections.open("/"));
        assertEquals("connecting...", ConnectionText.result(connecting, ENGLISH));
        assertEquals("open", ConnectionText.result(open, ENGLISH));
        assertEquals("已连接", ConnectionText.result(open, CHINESE));
    }

    @Test
    void anEndIsWrittenWithItsStatusAndCloseCode() {
        assertEquals("200 closed 1000", ConnectionText.result(closed(1000, ""), ENGLISH));
        assertEquals("200 已关闭 1000", ConnectionText.result(closed(1000, ""), CHINESE));
        assertEquals("456 closed, no code", ConnectionText.result(closed(1005, ""), ENGLISH));
        assertEquals("455 idle timeout", ConnectionText.result(cut(EndCause.IDLE_TIMEOUT), ENGLISH));
        assertEquals("455 空闲超时", ConnectionText.result(cut(EndCause.IDLE_TIMEOUT), CHINESE));
    }

    @ParameterizedTest
    @EnumSource(EndCause.class)
    void everyCauseHasWordsAndAStoryInBothLanguages(EndCause cause) {
        ConnectionSnapshot snapshot = ConnectionSnapshot.of(connections.open("/"));
        InvocationEnd end = new InvocationEnd(FunctionStatus.SUCCESS, cause, 4001, "bye", 403, 1);
        for (Messages messages : List.of(ENGLISH, CHINESE)) {
            EndStory story = EndStory.of(snapshot, end, messages);
            assertFalse(story.status().isBlank());
            assertFalse(story.cause().isBlank());
            assertFalse(story.todo().isBlank());
            assertTrue(story.facts().size() >= 5);
        }
    }

    @Test
    void theStoryNamesTheCloseCodesMeaning() {
        assertEquals("1001 Going Away", code(closed(1001, "")));
        assertEquals("4001 (private use)", code(closed(4001, "")));
        assertEquals("3003 (registered for a library or framework)", code(closed(3003, "")));
        assertEquals("2999 (not defined)", code(closed(2999, "")));
        assertEquals("none in the Close frame (1005)", code(closed(1005, "")));
        assertEquals("none, no Close frame", code(cut(EndCause.CLIENT_LOST)));
    }

    @Test
    void theStoryCountsWhatHasPassed() {
        Invocation invocation = connections.open("/");
        connections.frame(invocation, Direction.CLIENT_TO_FUNCTION, 48);
        ticker.advance(Duration.ofSeconds(31));
        connections.cut(invocation, EndCause.IDLE_TIMEOUT);
        ConnectionSnapshot snapshot = ConnectionSnapshot.of(invocation);
        List<String> values = story(snapshot, ENGLISH).facts().stream()
                .map(EndStory.Fact::value)
                .toList();
        assertEquals(List.of("the platform", "none, no Close frame", "31.000 s", "1 frame, 48 B", "no frames"), values);
        assertTrue(story(snapshot, CHINESE).facts().contains(new EndStory.Fact("↑", "1 帧，48 B")));
    }

    @Test
    void aCopiedRowHoldsTheWholeRequestIdAndTheColumns() {
        Invocation invocation = connections.open("/release/chat?room=1");
        ConnectionSnapshot snapshot = ConnectionSnapshot.of(invocation);
        assertEquals(
                Stream.of(
                                "#1",
                                invocation.requestId(),
                                "127.0.0.1:51400",
                                "/release/chat?room=1",
                                "A",
                                "00:00:00",
                                "15.0 s",
                                "0",
                                "0",
                                "0 B",
                                "open")
                        .toList(),
                List.of(ConnectionText.line(snapshot, ENGLISH).split("\t")));
        assertEquals(":51400", ConnectionText.port(invocation.client()));
        assertEquals(8, ConnectionText.shortId(invocation.requestId()).length());
    }

    private ConnectionSnapshot closed(int code, String reason) {
        Invocation invocation = connections.open("/");
        connections.close(invocation, code, reason);
        return ConnectionSnapshot.of(invocation);
    }

    private ConnectionSnapshot cut(EndCause cause) {
        Invocation invocation = connections.open("/");
        connections.cut(invocation, cause);
        return ConnectionSnapshot.of(invocation);
    }

    private static String code(ConnectionSnapshot snapshot) {
        return story(snapshot, ENGLISH).facts().stream()
                .filter(fact -> fact.name().equals("Code"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static EndStory story(ConnectionSnapshot snapshot, Messages messages) {
        return EndStory.of(snapshot, snapshot.end().orElseThrow(), messages);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLIENT_CLOSED", "FUNCTION_CLOSED", "HANDSHAKE_REFUSED", "HTTP_ANSWERED"})
    void everyEndHasAFewWords(EndCause cause) {
        for (Language language : Language.values()) {
            assertTrue(Messages.in(language).has("connections.result." + cause.id()), cause.id());
        }
    }
}
