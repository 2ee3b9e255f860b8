package io.scflocal.app.composer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A line that begins with a slash and is no message but something to do. Two slashes begin a message that starts with one. */
sealed interface SlashCommand {

    /** Connects the built-in client; the path may be empty for the one in the box. */
    record Connect(String path) implements SlashCommand {}

    /** Ends the built-in client's connection with a Close frame. */
    record Disconnect() implements SlashCommand {}

    /** Sends {@code text} as {@code kind} says. */
    record Send(MessageKind kind, String text) implements SlashCommand {}

    /** Ends the connection's TCP connections without a Close frame. */
    record Drop() implements SlashCommand {}

    /** Does what the idle timeout does. */
    record Idle() implements SlashCommand {}

    /** Nobody knows it. */
    record Unknown(String name) implements SlashCommand {}

    /** The command in {@code text}; empty if that is a message. */
    static Optional<SlashCommand> parse(String text) {
        if (!text.startsWith("/") || text.startsWith("//")) {
            return Optional.empty();
        }
        String[] parts = text.substring(1).strip().split("\\s+", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        String rest = parts.length == 2 ? parts[1] : "";
        return Optional.of(
                switch (name) {
                    case "connect" -> new Connect(rest);
                    case "disconnect" -> new Disconnect();
                    case "drop" -> new Drop();
                    case "idle" -> new Idle();
                    default ->
                        Arrays.stream(MessageKind.values())
                                .filter(kind -> kind.id().equals(name))
                                .findFirst()
                                .<SlashCommand>map(kind -> new Send(kind, rest))
                                .orElse(new Unknown(name));
                });
    }

    /** What is sent of a text that is no command. */
    static String message(String text) {
        return text.startsWith("//") ? text.substring(1) : text;
    }
}
