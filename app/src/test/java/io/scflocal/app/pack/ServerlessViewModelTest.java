package io.scflocal.app.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.pack.ServerlessViewModel.State;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerlessViewModelTest {
    @TempDir
    Path directory;

    private ServerlessViewModel model;
    private Path file;

    @BeforeEach
    void open() {
        file = directory.resolve("serverless.yml");
        model = new ServerlessViewModel(
                new FunctionFolder(directory),
                ResolvedSettings.defaults("chat").with(Setting.MEMORY, "512", Origin.COMMAND_LINE),
                new Threads(Runnable::run, Runnable::run));
    }

    @Test
    void showsAndThenWritesTheFile() throws IOException {
        model.look();
        assertInstanceOf(State.Compared.class, model.stateProperty().get());
        assertFalse(Files.exists(file));
        model.write();
        assertInstanceOf(State.Written.class, model.stateProperty().get());
        assertTrue(Files.readString(file).contains("  memorySize: 512\n"));
        model.write();
        model.look();
        assertTrue(((State.Compared) model.stateProperty().get()).update().isUpToDate());
    }

    @Test
    void whatHasChangedMeanwhileIsComparedAnew() throws IOException {
        Files.writeString(file, "component: scf\n");
        model.look();
        Files.writeString(file, "component: scf # mine\n");
        model.write();
        State.Compared again =
                assertInstanceOf(State.Compared.class, model.stateProperty().get());
        assertTrue(again.again());
        assertEquals("component: scf # mine\n", again.update().before().orElseThrow());
    }

    @Test
    void aBrokenFileIsSaid() throws IOException {
        Files.writeString(file, "component: [scf\n");
        model.look();
        assertInstanceOf(State.Failed.class, model.stateProperty().get());
    }
}
