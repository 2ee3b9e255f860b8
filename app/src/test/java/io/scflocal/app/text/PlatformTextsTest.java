package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.launch.SandboxProbe;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTextsTest {
    private final HandTicker ticker = new HandTicker();
    private final Connections connections = new Connections(ticker);
    private final Invocation invocation = connections.open("/release/chat");

    @ParameterizedTest
    @EnumSource
    void everyProblemIsExplainedWithWhatToDo(Language language) {
        PlatformTexts texts = new PlatformTexts(Messages.in(language));
        for (StartProblem problem : StartProblem.values()) {
            boolean sandbox = problem == StartProblem.SANDBOX_UNAVAILABLE;
            StartFailure failure =
                    new StartFailure(problem, "", List.of(sandbox ? "failed" : "a", "b", "c"), List.of());
            assertSentence(texts.problem(failure));
            assertSentence(texts.problemTodo(failure));
        }
    }

    @Test
    void aCaptureThatCannotBeWrittenIsExplainedByItsCause() {
        StartFailure failure = new StartFailure(StartProblem.CAPTURE_UNWRITABLE, "", List.of("/x"), List.of());
        failure.initCause(new AccessDeniedException("/x/y"));
        assertEquals(
                "The recorded frames can't be written to /x: you may not read or write /x/y.",
                new PlatformTexts(Messages.in(Language.ENGLISH)).problem(failure));
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusAndCauseHasAName(Language language) {
        PlatformTexts texts = new PlatformTexts(Messages.in(language));
        for (FunctionStatus status : FunctionStatus.values()) {
            assertFalse(texts.status(status).isBlank());
            assertEquals(status.isSuccess(), texts.statusTodo(status).isEmpty());
        }
        for (EndCause cause : EndCause.values()) {
            InvocationEnd end = new InvocationEnd(FunctionStatus.INTERNAL_ERROR, cause, 4000, "bye", 404, 0);
            assertSentence(texts.cause(invocation, end, Timeouts.DEFAULT));
            assertSentence(texts.causeTodo(invocation, end, Timeouts.DEFAULT).orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyNoticeIsASentence(Language language) {
        PlatformTexts texts = new PlatformTexts(Messages.in(language));
        for (InstanceNotice.Kind kind : InstanceNotice.Kind.values()) {
            String first = kind == InstanceNotice.Kind.NO_SANDBOX ? "failed" : "1";
            InstanceNotice notice = new InstanceNotice(kind, "A", List.of(first, "2", "3", "4", "5"));
            assertSentence(texts.notice(notice));
            texts.noticeTodo(notice).ifPresent(PlatformTextsTest::assertSentence);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyObstacleToSandboxesIsSaidInTheUsersLanguage(Language language) {
        PlatformTexts texts = new PlatformTexts(Messages.in(language));
        for (SandboxProbe.Obstacle.Kind obstacle : SandboxProbe.Obstacle.Kind.values()) {
            List<String> details = List.of(obstacle.id(), "what pasta said", "");
            String notice = texts.notice(new InstanceNotice(InstanceNotice.Kind.NO_SANDBOX, "", details));
            assertSentence(notice);
            String problem = texts.problem(new StartFailure(StartProblem.SANDBOX_UNAVAILABLE, "", details, List.of()));
            assertEquals(notice.substring(notice.length() - 10), problem.substring(problem.length() - 10));
        }
    }

    @Test
    void tellsTheLimitThatCut() {
        PlatformTexts texts = new PlatformTexts(Messages.in(Language.ENGLISH));
        assertEquals(
                "The connection was open for 900 s, the execution timeout, so the platform cut it.",
                texts.cause(
                        invocation,
                        end(FunctionStatus.TIME_LIMIT_REACHED, EndCause.EXECUTION_TIMEOUT, 0),
                        Timeouts.DEFAULT));
        assertEquals(
                "No message passed in either direction for 15 s, so the platform cut the connection.",
                causeOfIdleTimeout(texts, Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, You expired the idle timeout, Nothing to do", "CHINESE, 你触发了空闲超时, 无需处理"})
    void anIdleTimeoutBeforeItsTimeWasTheUsersAct(Language language, String cause, String todo) {
        PlatformTexts texts = new PlatformTexts(Messages.in(language));
        assertTrue(causeOfIdleTimeout(texts, Duration.ofSeconds(14)).startsWith(cause));
        InvocationEnd end = invocation.end().orElseThrow();
        ticker.advance(Duration.ofMinutes(1));
        assertTrue(texts.cause(invocation, end, Timeouts.DEFAULT).startsWith(cause), "also later");
        assertTrue(
                texts.causeTodo(invocation, end, Timeouts.DEFAULT).orElseThrow().startsWith(todo));
    }

    @ParameterizedTest
    @CsvSource({"14, You expired the idle timeout", "15, No message passed"})
    void theIdleTimeRunsFromTheLastMessageNotFromTheOpening(int quietSeconds, String cause) {
        PlatformTexts texts = new PlatformTexts(Messages.in(Language.ENGLISH));
        ticker.advance(Duration.ofSeconds(10));
        connections.frame(invocation, Direction.FUNCTION_TO_CLIENT, 10);
        assertTrue(causeOfIdleTimeout(texts, Duration.ofSeconds(quietSeconds)).startsWith(cause));
    }

    /** What is said of the connection when it is cut after {@code quiet} from now. */
    private String causeOfIdleTimeout(PlatformTexts texts, Duration quiet) {
        ticker.advance(quiet);
        connections.cut(invocation, EndCause.IDLE_TIMEOUT);
        return texts.cause(invocation, invocation.end().orElseThrow(), Timeouts.DEFAULT);
    }

    @Test
    void asksForNothingAfterASuccess() {
        PlatformTexts texts = new PlatformTexts(Messages.in(Language.ENGLISH));
        InvocationEnd end = end(FunctionStatus.SUCCESS, EndCause.CLIENT_CLOSED, 1000);
        assertEquals(
                "The client closed the connection with code 1000.", texts.cause(invocation, end, Timeouts.DEFAULT));
        assertTrue(texts.causeTodo(invocation, end, Timeouts.DEFAULT).isEmpty());
    }

    @Test
    void doesWithoutADetailThatIsUnknown() {
        PlatformTexts texts = new PlatformTexts(Messages.in(Language.ENGLISH));
        assertEquals(
                "Port 9000, which the function needs, is taken by another program.",
                texts.problem(
                        new StartFailure(StartProblem.FUNCTION_PORT_BUSY, "", List.of("9000", "", ""), List.of())));
    }

    private static InvocationEnd end(FunctionStatus status, EndCause cause, int code) {
        return new InvocationEnd(status, cause, code, "", 0, 0);
    }

    private static void assertSentence(String text) {
        assertFalse(text.isBlank() || text.contains("{") || text.contains("''"), text);
    }
}
