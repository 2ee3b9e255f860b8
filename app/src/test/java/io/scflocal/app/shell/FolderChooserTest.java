package io.scflocal.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.settings.KnownFolders;
import io.scflocal.app.testkit.HandDesktop;
import io.scflocal.app.testkit.Remembered;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChooserTest {
    @TempDir
    private Path directory;

    private final HandDesktop desktop = new HandDesktop();
    private final FolderChooser chooser =
            new FolderChooser(desktop, new Texts(Language.ENGLISH), new KnownFolders(Remembered.nothing()));

    @Test
    void aFolderOfAFunctionsThatIsNoneItselfStandsForTheFunction() throws IOException {
        Path function = Files.createDirectory(directory.resolve("chat"));
        Path libraries = Files.createDirectory(function.resolve("node_modules"));
        assertEquals(libraries, chosen(libraries));
        Files.createFile(function.resolve("scf_bootstrap"));
        assertEquals(function, chosen(libraries));
        assertEquals(function, chosen(function));
        assertEquals(directory, chosen(directory));
        Files.createFile(libraries.resolve("scf_bootstrap"));
        assertEquals(libraries, chosen(libraries));
    }

    private Path chosen(Path answer) {
        desktop.answer(answer);
        return chooser.choose().orElseThrow();
    }

    @Test
    void whoeverThinksBetterOfItChoosesNothing() {
        assertEquals(Optional.empty(), chooser.choose());
    }
}
