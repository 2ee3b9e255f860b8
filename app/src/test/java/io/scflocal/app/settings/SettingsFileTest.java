package io.scflocal.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path directory;

    private SettingsFile open() {
        return new SettingsFile(directory.resolve("below/settings.properties"), Runnable::run);
    }

    @Test
    void whatWasPutIsThereTheNextTime() {
        open().put("名称", "聊天室 = 1");
        assertEquals("聊天室 = 1", open().get("名称").orElseThrow());
    }

    @Test
    void nonsenseInTheFileIsAsIfNothingWasChosen() throws IOException {
        Files.createDirectories(directory.resolve("below"));
        Files.write(directory.resolve("below/settings.properties"), new byte[] {'a', '=', (byte) 0xff, '\n'});
        assertTrue(open().get("a").isEmpty());
    }

    @Test
    void aValueOfTheWrongKindIsAsIfNothingWasChosen() {
        SettingsFile file = open();
        file.put("width", "wide");
        file.put("language", "KLINGON");
        assertTrue(file.number("width").isEmpty());
        assertEquals(Language.ENGLISH, file.constant("language", Language.class, Language.ENGLISH));
    }

    @Test
    void puttingTheSameValueAgainWritesNothing() {
        List<Runnable> writes = new ArrayList<>();
        SettingsFile file = new SettingsFile(directory.resolve("s"), writes::add);
        file.put("x", 1);
        file.put("x", 1);
        assertEquals(1, writes.size());
    }
}
