package io.scflocal.app.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.session.Desk;
import io.scflocal.app.session.TrafficMeter;
import java.nio.file.Path;
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
}
