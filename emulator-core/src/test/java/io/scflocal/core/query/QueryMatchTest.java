package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.query.ConnectionFact.HeaderField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class QueryMatchTest {
    @TempDir
    Path temporary;

    private QueryFixture capture;

    @BeforeEach
    void start() throws IOException {
        capture = new QueryFixture(temporary.resolve("capture"));
    }

    @AfterEach
    void end() {
        capture.close();
    }

    /** Ten frames of every kind on three connections. */
    private void fill() {
        capture.facts.put(
                1,
                new ConnectionFact(
                        "id-1",
                        QueryFixture.NOON - QueryFixture.SECOND,
                        "/chat?room=a%20b&flag",
                        List.of(new HeaderField("User-Agent", "curl/8"), new HeaderField("X-A", "1")),
                        "chat.v1",
                        "open",
                        ""));
        capture.facts.put(
                2, new ConnectionFact("id-2", QueryFixture.NOON, "/other", List.of(), "", "ended", "idle-timeout"));
        capture.text(
                "{\"type\":\"hello\",\"user\":{\"id\":485091432142801408},\"items\":[1,2,{\"type\":\"inner\"}],\"n\":null}");
        capture.now += QueryFixture.SECOND / 2;
        capture.frame(1, Direction.FUNCTION_TO_CLIENT, 0x81, "order-42 caf\u00e9".getBytes(StandardCharsets.UTF_8));
        capture.now += 2 * QueryFixture.SECOND;
        capture.frame(1, Direction.CLIENT_TO_FUNCTION, 0x89, "ping".getBytes(StandardCharsets.UTF_8));
        capture.frame(1, Direction.FUNCTION_TO_CLIENT, 0x8A, "ping".getBytes(StandardCharsets.UTF_8));
        capture.frame(2, Direction.CLIENT_TO_FUNCTION, 0x02, new byte[] {8, (byte) 0x96, 1, (byte) 0xFF});
        capture.frame(2, Direction.CLIENT_TO_FUNCTION, 0x80, new byte[] {2});
        capture.now += 60 * QueryFixture.SECOND;
        capture.frame(2, Direction.FUNCTION_TO_CLIENT, 0xC1, new byte[] {1, 2});
        capture.inflated.put(6L, "inflated text".getBytes(StandardCharsets.UTF_8));
        capture.frame(3, Direction.FUNCTION_TO_CLIENT, 0x88, new byte[] {3, (byte) 0xE9, 'b', 'y', 'e'});
        capture.frame(3, Direction.CLIENT_TO_FUNCTION, 0x88, new byte[0]);
        capture.frame(3, Direction.FUNCTION_TO_CLIENT, 0xB3, new byte[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "n == 1 => 1",
                "n in {2..3, 9} => 2 3 9",
                "n not in {2..9} => 1 10",
                "n < 2.5 => 1 2",
                "n >= 9.5 => 10",
                "time == \"12:00\" => 1 2 3 4 5 6",
                "time > \"12:01\" => 7 8 9 10",
                "time <= \"12:00:00\" => 1",
                "time == \"12:00:00.5\" => 2",
                "time in {\"12:00:00\"..\"12:00:01\"} => 1 2",
                "time > \"2026-11-23T13:00:30+01:00\" => 7 8 9 10",
                "time < -5s => 1 2 3 4 5 6",
                "age < 1s => ",
                "age == 1s => 1",
                "age == 1500ms => 2",
                "age == null => 8 9 10",
                "cdelta == 0s => 4 6 9 10",
                "cdelta >= 2s && cdelta <= 1m => 3 7",
                "cdelta == null => 1 5 8",
                "cdelta != 0s => 2 3 7",
                "dir == c2f => 1 3 5 6 9",
                "dir != send => 2 4 7 8 10",
                "dir in {down} => 2 4 7 8 10",
                "op == text => 1 2 7",
                "op in {ping, pong} => 3 4",
                "op == cont || op == binary => 5 6",
                "op == close => 8 9",
                "op == 3 => 10",
                "op > 8 => 3 4",
                "op not in {text, close} => 3 4 5 6 10",
                "control => 3 4 8 9",
                "!control => 1 2 5 6 7 10",
                "data && dir == f2c => 2 7 10",
                "len == 0 => 9 10",
                "len > 0.001KB && len < 5B => 3 4 5 7",
                "wire == 6 => 4 9",
                "wire == 2 => 10",
                "fin == false => 5",
                "rsv1 => 7",
                "rsv2 || rsv3 => 10",
                "masked => 1 3 5 6 9",
                "masked == false => 2 4 7 8 10",
                "fragmented => 5 6",
                "compressed => 7",
                "ratio > 6 => 7",
                "ratio => 7",
                "close.code == 1001 => 8",
                "close.code != 1000 => 8",
                "close.code in {1000..1015} => 8",
                "close.code == null && op == close => 9",
                "close.code => 8",
                "close.reason == \"bye\" => 8",
                "close.reason startswith \"b\" => 8",
                "conn == 3 => 8 9 10",
                "conn != 3 && len > 3B && control => 3 4",
                "conn.path == \"/chat\" => 1 2 3 4",
                "conn.path => 1 2 3 4 5 6 7",
                "conn.path != \"/chat\" => 5 6 7",
                "conn.path[1:2] == \"ch\" => 1 2 3 4",
                "conn.query.room == \"a b\" => 1 2 3 4",
                "has(conn.query.flag) => 1 2 3 4",
                "conn.header.user-agent contains \"curl\" => 1 2 3 4",
                "conn.header[\"x-a\"] == \"1\" => 1 2 3 4",
                "conn.subprotocol ~ \"^CHAT\" => 1 2 3 4",
                "conn.subprotocol ~ \"(?-i)^CHAT\" => ",
                "conn.state == ended => 5 6 7",
                "conn.state in {open, closing} => 1 2 3 4",
                "conn.closecause == idle-timeout => 5 6 7",
                "conn.closecause == null => 1 2 3 4 8 9 10",
                "inv == \"id-1\" => 1 2 3 4",
                "text contains \"caf\u00e9\" => 2",
                "text icontains \"CAF\u00c9\" => 2",
                "text icontains \"ORDER\" => 2",
                "text contains \"ORDER\" => ",
                "text startswith \"order\" => 2",
                "text == \"ping\" => 3 4",
                "text != \"ping\" && control => 8 9",
                "text ~ \"order-\\d+\" => 2",
                "text ~ /ORDER-[0-9]+ C/ => 2",
                "text contains \"flated\" => 7",
                "text[0:5] == \"order\" => 2",
                "text[-1:] == \"\u00e9\" => 2",
                "text && close.code == null => 1 2 3 4 5 6 7",
                "bytes[0:2] == 08:96 => 5",
                "bytes[0] == 8 => 5",
                "bytes[-1] == 0xff => 5",
                "bytes[1:] == \"ing\" => 3 4",
                "bytes contains 96:01 => 5",
                "bytes contains \"ye\" => 8",
                "bytes >= ff:00 => ",
                "frame[0] == 0x89 => 3",
                "frame startswith 8a:04 => 4",
                "kind == json => 1",
                "kind in {text, xml} => 2 3 4 6 7",
                "kind == unknown => 5 8",
                "kind == null => 9 10",
                "json => 1",
                "json.type == \"hello\" => 1",
                "json.type != \"hello\" => ",
                "json.type != \"bye\" => 1",
                "json..type == \"inner\" => 1",
                "json.items[2].type == \"inner\" => 1",
                "json.items[1] == 2.0 => 1",
                "json.items[3] == 2 => ",
                "json.user.id == 485091432142801408 => 1",
                "json.user.id == 485091432142801409 => ",
                "json.user.id > 485091432142801407 => 1",
                "json.user contains \"4850\" => 1",
                "json.n => ",
                "has(json.n) => 1",
                "json.n == null && kind == json => 1",
                "json[\"type\"] in {\"hello\", \"b\"} => 1",
                "json.items[0] in {0..1} => 1",
                "count(json.items) == 3 => 1",
                "count(json.user) == 1 => 1",
                "len(json.type) == 5 => 1",
                "upper(json.type) == \"HELLO\" => 1",
                "abs(json.items[0]) == 1 => 1",
                "lower(text) contains \"order\" => 2",
                "len(text) == 13 => 2 7",
                "len(bytes) == 0 => 9 10",
                "hex(bytes[0:2]) == \"0896\" => 5",
                "has(close.code) => 8",
                "len == wire => ",
                "hex(frame[0]) == hex(bytes[0]) => ",
                "json.type == lower(json.type) => 1",
                "true => 1 2 3 4 5 6 7 8 9 10",
                "false || n == 1 => 1",
            })
    void everyFieldAndOperatorDoesWhatItSays(String text, String expected) {
        fill();
        List<Long> numbers = expected == null
                ? List.of()
                : Arrays.stream(expected.split(" ")).map(Long::valueOf).toList();
        assertEquals(numbers, capture.matches(text));
        Plan plan = capture.plan(text);
        FrameMatcher matcher = plan.matcher(capture.store);
        List<Long> oneByOne = Stream.iterate(0L, n -> n + 1)
                .limit(10)
                .filter(matcher::matches)
                .map(n -> n + 1)
                .toList();
        assertEquals(numbers, oneByOne);
    }

    @Test
    void quickSearchFindsWords() {
        fill();
        assertEquals(List.of(2L), quick("ORDER"));
        assertEquals(List.of(3L), quick("c:ping"));
        assertEquals(List.of(4L), quick("ping s:ping"));
        assertEquals(List.of(2L), quick("order \"caf\u00e9\" !ping"));
        assertEquals(List.of(2L), quick("/order-\\d/"));
        assertEquals(10, quick("").size());
    }

    private List<Long> quick(String text) {
        Query.QuickSearch search = (Query.QuickSearch) Query.parse(text);
        return capture.matches(new Plan(search.expr(), capture.environment()));
    }

    @ParameterizedTest
    @CsvSource({
        "dir != c2f || dir != f2c, true",
        "op == text && op == binary, false",
        "control && data, false",
        "len >= 0, true",
        "len > 5 && len < 3, false",
        "fin || !fin, true",
        "fin && text contains \"x\", ",
        "cdelta < 5s || cdelta >= 5s, ",
        "n < 1, false",
        "close.code >= 0, ",
        "true, true",
    })
    void filtersThatAreAlwaysOrNeverTrueAreNoticed(String text, Boolean always) {
        assertEquals(Optional.ofNullable(always), capture.plan(text).always());
    }

    @Test
    void plansReadAsLittleAsTheyCan() {
        assertEquals(Tier.HEADER, capture.plan("op == text && len > 5").tier());
        assertEquals(Tier.CONNECTION, capture.plan("conn.path == \"/\" || fin").tier());
        assertEquals(Tier.PAYLOAD, capture.plan("text contains \"a\"").tier());
        assertEquals(Tier.PARSED, capture.plan("json.a == 1").tier());
    }

    @Test
    void aCatastrophicPatternIsGivenUp() {
        capture.text("a".repeat(5_000) + "b");
        capture.text("xyz");
        try (QueryScan scan = new QueryScan(capture.plan("text ~ \"(a+)+$|z\""), capture.store, Runnable::run, 1)) {
            scan.extend();
            assertEquals(List.of(2L), QueryFixture.list(scan.matches()));
            assertEquals(1, scan.givenUp());
        }
    }

    @Test
    void aPatternThatNeedsTooMuchStackIsGivenUp() {
        capture.text("ab".repeat(500_000));
        FrameMatcher matcher = capture.plan("text ~ \"(a|b)*c\"").matcher(capture.store);
        assertTrue(!matcher.matches(0));
        assertEquals(1, matcher.givenUp());
    }

    @Test
    void requiredTextsNeverHideAMatch() {
        for (String text : List.of("\u212Aelvin", "lon\u017F", "d\u0131p", "colour", "color", "a.b", "axb", "aab")) {
            capture.text(text);
        }
        for (String pattern :
                List.of("kelvin", "lons", "dip", "colou?r", "a\\.b", "a.b", "a{2}b", "\\x61b", "\\Qa.b\\E", "a+b")) {
            FrameMatcher matcher = capture.plan("text ~ r\"" + pattern + "\"").matcher(capture.store);
            for (long n = 0; n < capture.store.count(); n++) {
                byte[] payload = new byte[100];
                int length = capture.store.payload(n, 0, java.nio.ByteBuffer.wrap(payload));
                String text = new String(payload, 0, length, StandardCharsets.UTF_8);
                assertEquals(Patterns.compile(pattern).matcher(text).find(), matcher.matches(n), pattern + " " + text);
            }
        }
    }

    @Test
    void brokenAndHostileJsonNeverThrows() {
        Random random = new Random(3);
        String[] pieces = {
            "{", "}", "[", "]", "\"a\"", ":", ",", "1", "-", "1e99999999999", "\\u12", "tru", "null", " ", "\"", "0.5"
        };
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder("{\"a\":");
            for (int j = random.nextInt(10); j > 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            capture.text(text.toString());
        }
        capture.text("[".repeat(100_000));
        capture.text("{\"a\":" + "9".repeat(100_000) + "}");
        capture.text("{\"a\":1e999999999}");
        capture.text("{\"a\":1e999999999, \"b\":2}");
        for (String filter : List.of(
                "json.a == 1", "json..a contains \"1\"", "count(json.a) == 1", "kind == json", "abs(json.a) < 5")) {
            capture.matches(filter);
        }
        assertEquals(1, capture.matches("json.b == 2").size());
    }

    @Test
    void seenValuesAreCountedAndReadyToBeTyped() {
        fill();
        SeenValues.Scope scope = new SeenValues.Scope(capture.store, capture.environment());
        assertEquals(
                List.of(new SeenValues.Seen("text", 3), new SeenValues.Seen("close", 2)),
                SeenValues.count(new Operand.Plain(Field.OP, null), scope, 100, 2, () -> false));
        capture.text("{\"type\":\"x\"}");
        capture.text("{\"type\":\"x\"}");
        assertEquals(
                List.of(new SeenValues.Seen("\"x\"", 2), new SeenValues.Seen("\"hello\"", 1)),
                SeenValues.count(
                        new Operand.Json(new JsonPath(List.of(new JsonPath.Step.Key("type")))),
                        scope,
                        100,
                        5,
                        () -> false));
    }

    @Test
    void seenMembersAreCountedAndReadyToBeTyped() {
        capture.text("{\"type\":\"x\",\"user\":{\"name\":\"lin\",\"e mail\":1}}");
        capture.text("{\"type\":\"y\"}");
        capture.text("{\"type\":\"z\",\"cut\":");
        capture.text("[1, 2]");
        capture.text("no JSON");
        SeenValues.Scope scope = new SeenValues.Scope(capture.store, capture.environment());
        assertEquals(
                List.of(new SeenValues.Seen("json.type", 2), new SeenValues.Seen("json.user.", 1)),
                SeenValues.members(new JsonPath(List.of()), scope, 100, 5, () -> false));
        assertEquals(
                List.of(new SeenValues.Seen("json.user.name", 1), new SeenValues.Seen("json.user[\"e mail\"]", 1)),
                SeenValues.members(new JsonPath(List.of(new JsonPath.Step.Key("user"))), scope, 100, 5, () -> false));
    }

    @Test
    void annotationsAreFieldsLikeOthers() {
        long first = capture.text("a");
        capture.text("b");
        long third = capture.text("c");
        capture.store.annotations().mark(first, true);
        capture.store.annotations().set(third, false, "red", "Why so late?");
        assertEquals(List.of(1L), capture.matches("marked"));
        assertEquals(List.of(2L, 3L), capture.matches("!marked"));
        assertEquals(List.of(3L), capture.matches("note icontains \"LATE\""));
        assertEquals(List.of(3L), capture.matches("label == \"red\""));
        assertEquals(List.of(3L), capture.matches("note"));
        assertEquals(List.of(1L, 2L), capture.matches("label == null"));
    }

    @Test
    void aPongTellsHowLongItTook() {
        capture.frame(1, Direction.CLIENT_TO_FUNCTION, 0x89, "a".getBytes(StandardCharsets.UTF_8));
        capture.frame(2, Direction.CLIENT_TO_FUNCTION, 0x89, "b".getBytes(StandardCharsets.UTF_8));
        capture.now += 5_000_000;
        capture.frame(1, Direction.FUNCTION_TO_CLIENT, 0x8A, "b".getBytes(StandardCharsets.UTF_8));
        capture.frame(1, Direction.FUNCTION_TO_CLIENT, 0x8A, "a".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(4L), capture.matches("rtt"));
        assertEquals(List.of(4L), capture.matches("rtt >= 5ms && rtt < 6ms"));
        assertEquals(List.of(), capture.matches("rtt > 5ms"));
    }

    @Test
    void framesAreFoundByWhoMadeThem() {
        capture.text("peer");
        capture.frame(FrameOrigin.USER, WireFrames.frame(0x81, null, new byte[] {'u'}));
        capture.frame(FrameOrigin.PLATFORM, WireFrames.frame(0x88, null, new byte[] {3, (byte) 0xE9}));
        assertEquals(List.of(1L), capture.matches("origin == peer"));
        assertEquals(List.of(2L), capture.matches("origin == user && op == text"));
        assertEquals(List.of(2L, 3L), capture.matches("origin in {user, platform}"));
        assertEquals(List.of(3L), capture.matches("origin != peer && op == close"));
    }
}
