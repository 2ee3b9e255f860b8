package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.Reload;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.DiskState;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonEventsTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Events events = new Events(new InvocationListener() {});
    private final JsonEvents json =
            new JsonEvents(new PrintStream(bytes), events, end -> new BillingEstimate(1, 2, 0.5));

    @Test
    void tellsWhereToConnect() {
        json.write(new Event.Ready(
                0,
                URI.create("ws://127.0.0.1:8000/release/"),
                Optional.empty(),
                48213,
                412,
                List.of(new InterpreterMapping("/var/lang/node18/bin/node", "/usr/bin/node", "22.4.1")),
                PlatformChoices.DEFAULT));
        assertLine(
                "{\"event\":\"ready\",\"ws\":\"ws://127.0.0.1:8000/release/\",\"pid\":48213,\"readyMs\":412,\"interpreters\":[{\"path\":\"/var/lang/node18/bin/node\",\"local\":\"/usr/bin/node\",\"version\":\"22.4.1\",\"cloudVersion\":\"18.15\"}],"
                        + "\"choices\":{\"onCut\":\"tcp\",\"pingsCount\":false,\"unclearEnds\":\"failure\",\"limits\":\"warn\"}}");
    }

    @Test
    void tellsOfAnInstance() {
        ColdStart start = new ColdStart(Duration.ofMillis(3), Duration.ofMillis(90), Duration.ofMillis(200));
        json.write(new Event.InstanceChanged(
                0,
                new InstanceView(
                        "B",
                        77,
                        InstanceState.SERVING,
                        1,
                        5,
                        Duration.ZERO,
                        Optional.of(start),
                        Optional.of(Separation.SANDBOX),
                        Optional.of(new InstanceView.Debugging(9229, true)))));
        assertLine(
                "{\"event\":\"instance\",\"id\":\"B\",\"state\":\"serving\",\"pid\":77,\"connections\":1,"
                        + "\"memoryBytes\":5,\"coldStartMs\":293,\"separation\":\"sandbox\",\"debugPort\":9229,\"debuggerAttached\":true}");
    }

    @Test
    void tellsOfANotice() {
        json.write(new Event.Noticed(0, new InstanceNotice(InstanceNotice.Kind.LOOPBACK_ONLY, "A", List.of("9000"))));
        assertLine("{\"event\":\"notice\",\"kind\":\"loopback-only\",\"instance\":\"A\",\"details\":[\"9000\"]}");
    }

    @Test
    void tellsOfAReload() {
        json.write(new Event.Reloading(0, new Reload(List.of("a.js", "b.js"), ReloadMode.DRAIN, false, 2)));
        assertLine("{\"event\":\"reload\",\"mode\":\"drain\",\"connections\":2,\"changed\":[\"a.js\",\"b.js\"]}");
    }

    @Test
    void tellsOfAnOpeningWithThePathThatTheClientAskedFor() {
        Invocation invocation = events.open("/release/chat?x=1&token=abc");
        json.write(Event.Opened.now(invocation));
        assertLine("{\"event\":\"opened\",\"connection\":1,\"requestId\":\"" + invocation.requestId()
                + "\",\"path\":\"/release/chat?x=1&token=redacted\",\"instance\":\"\"}");
    }

    @Test
    void tellsOfAnEndWithoutACloseFrame() {
        Invocation invocation = events.open("/");
        events.now = 2_003_999_999L;
        events.frame(invocation, Direction.CLIENT_TO_FUNCTION, 0x81, new byte[1]);
        events.end(invocation, FunctionStatus.IDLE_TIMEOUT, EndCause.IDLE_TIMEOUT, 0, "");
        json.write(Event.Closed.now(invocation, invocation.end().orElseThrow()));
        assertLine(
                "{\"event\":\"closed\",\"connection\":1,\"requestId\":\"" + invocation.requestId()
                        + "\",\"status\":455,\"cause\":\"idle-timeout\",\"durationMs\":2003,\"framesUp\":1,\"framesDown\":0,\"estimatedCost\":0.5}");
    }

    @Test
    void tellsTheCloseCodeAndReasonWhereThereAre() {
        Invocation invocation = events.open("/");
        events.end(invocation, FunctionStatus.CLIENT_CLOSED_ABNORMALLY, EndCause.CLIENT_CLOSED, 4000, "再见 \"x\"");
        json.write(Event.Closed.now(invocation, invocation.end().orElseThrow()));
        assertLine("{\"event\":\"closed\",\"connection\":1,\"requestId\":\"" + invocation.requestId()
                + "\",\"status\":456,\"cause\":\"client-closed\",\"durationMs\":0,\"framesUp\":0,\"framesDown\":0,"
                + "\"closeCode\":4000,\"closeReason\":\"再见 \\\"x\\\"\",\"estimatedCost\":0.5}");
    }

    @Test
    void tellsOfALogLineAndWhoWroteIt() {
        json.write(new Event.Logged(new LogLine(0, 0, LogSource.STDOUT, "r-1", "a\tb")));
        assertLine("{\"event\":\"log\",\"requestId\":\"r-1\",\"stream\":\"stdout\",\"line\":\"a\\tb\"}");
    }

    @Test
    void tellsThatTheDiskIsFull() {
        json.write(new Event.Disk(0, new DiskReport(DiskState.FULL, Path.of("/captures/1"), Optional.of("no room"))));
        assertLine("{\"event\":\"disk\",\"state\":\"full\",\"directory\":\"/captures/1\",\"lost\":\"no room\"}");
    }

    @Test
    void saysHowMuchOfALineTheCloudKeeps() {
        String text = "x".repeat(8_193);
        json.write(new Event.Logged(new LogLine(0, 0, LogSource.STDOUT, "", text)));
        assertLine("{\"event\":\"log\",\"requestId\":null,\"stream\":\"stdout\",\"line\":\"" + text
                + "\",\"cloudKeeps\":8192}");
    }

    @Test
    void tellsOfALogLineThatBelongsToNoRequest() {
        json.write(new Event.Logged(new LogLine(0, 0, LogSource.PLATFORM_ERROR, "", "x")));
        assertLine("{\"event\":\"log\",\"requestId\":null,\"stream\":\"platform\",\"line\":\"x\"}");
    }

    @Test
    void tellsWhyTheFunctionDidNotStartWithItsLastOutput() {
        json.write(new Event.Failed(
                0,
                new StartFailure(StartProblem.NOTHING_LISTENS, "Nothing listens.", List.of("3"), List.of("up")),
                false));
        assertLine("{\"event\":\"failed\",\"status\":446,\"reason\":\"Nothing listens.\",\"output\":[\"up\"]}");
    }

    @Test
    void tellsATextFrameAsText() {
        Invocation invocation = events.open("/");
        events.now = 1_500_000_000L;
        json.write(new Event.Frame(
                events.frame(invocation, Direction.CLIENT_TO_FUNCTION, 0x81, "早上好".getBytes(StandardCharsets.UTF_8))));
        assertLine("{\"event\":\"frame\",\"number\":0,\"connection\":1,\"direction\":\"c2f\",\"opcode\":\"text\","
                + "\"fin\":true,\"length\":9,\"time\":\"1970-01-01T00:00:01.500Z\",\"text\":\"早上好\"}");
    }

    @Test
    void tellsABinaryFrameInBase64() {
        Invocation invocation = events.open("/");
        json.write(new Event.Frame(
                events.frame(invocation, Direction.FUNCTION_TO_CLIENT, 0x02, new byte[] {0, 1, (byte) 0xFF})));
        assertLine("{\"event\":\"frame\",\"number\":0,\"connection\":1,\"direction\":\"f2c\",\"opcode\":\"binary\","
                + "\"fin\":false,\"length\":3,\"time\":\"1970-01-01T00:00:00Z\",\"base64\":\"AAH/\"}");
    }

    @Test
    void tellsACompressedTextFrameInBase64() {
        Invocation invocation = events.open("/");
        json.write(new Event.Frame(events.frame(invocation, Direction.FUNCTION_TO_CLIENT, 0xC1, new byte[] {65, 66})));
        assertTrue(line().contains("\"rsv1\":true"), line());
        assertTrue(line().contains("\"base64\":\"QUI=\""), line());
    }

    @Test
    void cutsALongPayloadAndSaysSo() {
        Invocation invocation = events.open("/");
        json.write(new Event.Frame(events.frame(
                invocation, Direction.FUNCTION_TO_CLIENT, 0x82, new byte[JsonFields.MAX_PAYLOAD_BYTES + 1])));
        assertTrue(line().contains("\"length\":65537,"), "length");
        assertTrue(line().endsWith("\"truncated\":true}\n"), "truncated");
    }

    private String line() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void assertLine(String expected) {
        assertEquals(expected + "\n", line());
    }

    @Test
    void tellsOfABrokenRule() {
        json.write(new Event.Broken(new Problem(ProblemKind.PACKET_SIZE, 2, 1, 1_500_000_000L, 7, 300_000, 262_144)));
        assertLine(
                "{\"event\":\"problem\",\"kind\":\"packet-size\",\"severity\":\"error\",\"connection\":2,\"frame\":7,"
                        + "\"measured\":300000,\"limit\":262144,\"source\":\"583/63406\",\"time\":\"1970-01-01T00:00:01.500Z\"}");
    }
}
