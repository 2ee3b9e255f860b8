package io.scflocal.app.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSettingTest {
    private final List<Integer> applied = new ArrayList<>();
    private final NumberSetting memory = new NumberSetting(64, 3072, 128, applied::add);

    @ParameterizedTest
    @CsvSource({"64,true", " 128 ,true", "3072,true", "100,false", "0,false", "3200,false", "'',false", "1x,false"})
    void allowsTheLeastValueAndMultiplesOfTheStep(String text, boolean allowed) {
        memory.show(128);
        memory.textProperty().set(text);
        assertEquals(allowed, memory.validProperty().get());
    }

    @Test
    void anAllowedValueIsAppliedOnce() {
        memory.show(128);
        memory.textProperty().set("256");
        memory.commit();
        memory.commit();
        assertEquals(List.of(256), applied);
    }

    @Test
    void aForbiddenValueIsNotAppliedAndStaysUntilItIsReverted() {
        memory.show(128);
        memory.textProperty().set("100");
        memory.commit();
        assertEquals("100", memory.textProperty().get());
        memory.revert();
        assertEquals("128", memory.textProperty().get());
        assertEquals(List.of(), applied);
    }

    @Test
    void stepsGoToTheNextAllowedValue() {
        memory.show(64);
        memory.stepBy(1);
        memory.stepBy(1);
        memory.stepBy(-1);
        memory.stepBy(-1);
        memory.stepBy(-1);
        assertEquals(List.of(128, 256, 128, 64), applied);
    }
}
