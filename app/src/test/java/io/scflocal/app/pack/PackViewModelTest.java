package io.scflocal.app.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.pack.PackViewModel.Outcome;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.pack.PackPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackViewModelTest {
    @TempDir
    Path directory;

    private PackViewModel model;

    @BeforeEach
    void folder() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("聊天室"));
        Files.writeString(folder.resolve("scf_bootstrap"), "#!/bin/bash\nexec node server.js\n");
        Files.writeString(folder.resolve("server.js"), "require('http').createServer().listen(9000, '0.0.0.0')\n");
        Files.writeString(folder.resolve(".env"), "TOKEN=1\n");
        model = new PackViewModel(
                new FunctionFolder(folder),
                FunctionSettings.defaults("chat"),
                new Threads(Runnable::run, Runnable::run));
    }

    @Test
    void packsBesideTheFolderWhatThePlanHasShown() {
        assertFalse(model.packable().get(), "nothing is known before the look");
        model.look();
        PackPlan plan = model.lookProperty().get().orElseThrow().plan();
        assertEquals(
                List.of("scf_bootstrap", "server.js"),
                plan.files().stream().map(PackPlan.Entry::name).toList());
        assertEquals(List.of(".env"), plan.ignored());
        model.pack();
        Outcome.Packed packed =
                assertInstanceOf(Outcome.Packed.class, model.outcomeProperty().get());
        assertEquals(directory.resolve("聊天室.zip"), packed.file());
        assertTrue(Files.exists(packed.file()));
        assertEquals(1, model.progressProperty().get());
    }

    @Test
    void whatWouldNotWorkIsPackedOnDemandOnly() throws IOException {
        Files.delete(directory.resolve("聊天室/scf_bootstrap"));
        model.look();
        assertTrue(model.lookProperty().get().orElseThrow().report().hasErrors());
        assertFalse(model.packable().get());
        model.forceProperty().set(true);
        assertTrue(model.packable().get());
    }

    @Test
    void aTargetThatCantBeWrittenIsNamed() {
        model.targetProperty().set(" ");
        assertFalse(model.packable().get());
        Path missing = directory.resolve("missing/function.zip");
        model.targetProperty().set(directory.resolve("function.zip").toString());
        model.look();
        model.targetProperty().set(missing.toString());
        model.pack();
        Outcome.Failed failed =
                assertInstanceOf(Outcome.Failed.class, model.outcomeProperty().get());
        assertTrue(failed.reason().getMessage().contains(missing.toString()), () -> failed.reason()
                .toString());
    }
}
