package io.scflocal.app.connections;

import io.scflocal.app.text.Amounts;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.app.text.Quantities;
import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a connection ended, in words.
 *
 * @param status the platform's status with its name
 * @param cause what happened, one or two sentences
 * @param todo what the user can do about it, or that there is nothing to do
 * @param facts the values behind it
 */
record EndStory(String status, String cause, String todo, List<Fact> facts) {
    private static final int FIRST_REGISTERED_CODE = 3000;
    private static final int FIRST_PRIVATE_CODE = 4000;
    private static final int LAST_PRIVATE_CODE = 4999;

    /** One value with its name. */
    record Fact(String name, String value) {}

    /** The story of a connection that ended so. */
    static EndStory of(ConnectionSnapshot snapshot, InvocationEnd end, Messages messages) {
        PlatformTexts words = new PlatformTexts(messages);
        Timeouts limits = limits(snapshot);
        return new EndStory(
                end.status().code() + " " + words.status(end.status()),
                words.cause(snapshot.invocation(), end, limits),
                words.causeTodo(snapshot.invocation(), end, limits)
                        .orElseGet(() -> messages.get("connections.card.nothing")),
                facts(snapshot, end, messages));
    }

    /** Those at the last look, because the limits may have been changed since the end. */
    private static Timeouts limits(ConnectionSnapshot snapshot) {
        return Timeouts.DEFAULT
                .withIdle(Duration.ofNanos(snapshot.idle().limitNanos()))
                .withExecution(Duration.ofNanos(snapshot.execution().limitNanos()));
    }

    private static List<Fact> facts(ConnectionSnapshot snapshot, InvocationEnd end, Messages messages) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("by", messages.get("connections.by." + endedBy(end.cause())), messages));
        facts.add(fact("code", closeCode(end, messages), messages));
        if (end.httpStatus() != 0) {
            facts.add(fact("http", Integer.toString(end.httpStatus()), messages));
        }
        facts.add(fact("open", Amounts.taken(end.durationNanos()), messages));
        facts.add(fact("toFunction", passed(snapshot.toFunction(), messages), messages));
        facts.add(fact("toClient", passed(snapshot.toClient(), messages), messages));
        return facts;
    }

    private static Fact fact(String name, String value, Messages messages) {
        return new Fact(messages.get("connections.fact." + name), value);
    }

    private static String passed(ConnectionSnapshot.Passed passed, Messages messages) {
        return messages.get(
                "connections.passed",
                passed.frames(),
                Formats.count(passed.frames()),
                Quantities.bytes(passed.bytes()));
    }

    /** Whose act the end was; the last part of a key. */
    private static String endedBy(EndCause cause) {
        return switch (cause) {
            case CLIENT_CLOSED, CLIENT_LOST -> "client";
            case FUNCTION_CLOSED, FUNCTION_LOST, PROCESS_EXITED, HANDSHAKE_REFUSED, HTTP_ANSWERED -> "function";
            case IDLE_TIMEOUT,
                    EXECUTION_TIMEOUT,
                    MEMORY_LIMIT,
                    PACKET_TOO_LARGE,
                    REQUEST_TOO_LARGE,
                    RESPONSE_TOO_LARGE,
                    START_FAILED -> "platform";
            case USER_CLOSED, USER_DROPPED, RELOADED, STOPPED -> "user";
        };
    }

    private static String closeCode(InvocationEnd end, Messages messages) {
        return switch (end.closeCode()) {
            case 0 -> messages.get("connections.code.noFrame");
            case CloseCode.NO_STATUS_RECEIVED -> messages.get("connections.code.noCode");
            default -> end.closeCode() + " " + meaning(end.closeCode(), messages);
        };
    }

    /** What a close code means. Source: RFC 6455 section 7.4 and the registry of IANA. */
    private static String meaning(int code, Messages messages) {
        String key = "connections.code." + code;
        if (messages.has(key)) {
            return messages.get(key);
        }
        if (code >= FIRST_PRIVATE_CODE && code <= LAST_PRIVATE_CODE) {
            return messages.get("connections.code.private");
        }
        return messages.get(
                code >= FIRST_REGISTERED_CODE && code < FIRST_PRIVATE_CODE
                        ? "connections.code.registered"
                        : "connections.code.undefined");
    }
}
