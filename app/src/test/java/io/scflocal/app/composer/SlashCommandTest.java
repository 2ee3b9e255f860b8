package io.scflocal.app.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlashCommandTest {

    @Test
    void aMessageIsNoCommand() {
        assertEquals(Optional.empty(), SlashCommand.parse("hello /ping"));
        assertEquals(Optional.empty(), SlashCommand.parse("//chat"));
        assertEquals("/chat", SlashCommand.message("//chat"));
        assertEquals("chat", SlashCommand.message("chat"));
    }

    @Test
    void commandsTakeTheRestOfTheLine() {
        assertEquals(Optional.of(new SlashCommand.Connect("chat?room=1")), SlashCommand.parse("/connect chat?room=1"));
        assertEquals(
                Optional.of(new SlashCommand.Send(MessageKind.CLOSE, "1000 good bye")),
                SlashCommand.parse("/Close  1000 good bye"));
        assertEquals(Optional.of(new SlashCommand.Send(MessageKind.PING, "")), SlashCommand.parse("/ping"));
        assertEquals(Optional.of(new SlashCommand.Drop()), SlashCommand.parse("/drop"));
    }

    @Test
    void whatNobodyKnowsIsSaid() {
        assertEquals(Optional.of(new SlashCommand.Unknown("help")), SlashCommand.parse("/help me"));
        assertEquals(Optional.of(new SlashCommand.Unknown("")), SlashCommand.parse("/"));
    }
}
