package io.scflocal.app.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.session.Desk;
import io.scflocal.app.session.TrafficMeter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionViewModelTest {
    @TempDir
    private Path directory;

    private Desk desk;
    private FunctionViewModel model;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
        model = new FunctionViewModel(desk.session, new TrafficMeter());
        desk.session.open(Path.of("/home/lin/chat"));
    }

    @Test
    void tellsWhereTheRunningFunctionListensAndWhatRunsIt() {
        assertEquals("chat", model.nameProperty().get());
        assertEquals("9000", model.listensOnProperty().get());
        assertEquals("/usr/bin/python3", model.mappingsProperty().get().get(0).localPath());
    }

    @Test
    void aStoppedFunctionListensNowhere() {
        desk.session.stop();
        assertEquals("", model.listensOnProperty().get());
        assertEquals(0, model.memoryBytesProperty().get());
    }

    @Test
    void remembersTheMemoryOfTwoMinutes() {
        for (int second = 1; second <= 130; second++) {
            desk.engine().memoryBytes = second;
            model.tick();
        }
        double[] values = model.memory().values();
        assertEquals(120, values.length);
        assertArrayEquals(new double[] {11, 130}, new double[] {values[0], values[119]});
    }

    @Test
    void aTimeoutActsAtOnce() {
        model.settings().idle().textProperty().set("7");
        model.settings().idle().commit();
        assertEquals(Duration.ofSeconds(7), desk.engine().timeouts.idle());
    }

    @Test
    void memoryAndPortWaitForTheNextStart() {
        model.settings().memory().stepBy(1);
        model.settings().port().stepBy(1);
        assertTrue(model.settings().memoryWaitsProperty().get());
        assertTrue(model.settings().portWaitsProperty().get());
        desk.session.restart();
        assertFalse(model.settings().memoryWaitsProperty().get());
        assertFalse(model.settings().portWaitsProperty().get());
        assertEquals(256, desk.engine().options.settings().memoryMb());
        assertEquals(8001, desk.engine().options.gatewayPort());
    }
}
