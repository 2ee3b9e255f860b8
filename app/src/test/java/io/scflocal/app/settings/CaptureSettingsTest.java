package io.scflocal.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureSettingsTest {
    private static final Path USUAL = Path.of("/data/captures");

    @TempDir
    Path temporary;

    @Test
    void theUsualPlaceAndLimitsHoldUntilSomethingIsChosen() {
        assertEquals(CaptureOptions.under(USUAL), settings().options());
    }

    @Test
    void aChoiceIsRemembered() {
        CaptureOptions chosen = new CaptureOptions(Path.of("/big/disk"), new CaptureLimits(10L << 30, 1 << 20));
        settings().choose(chosen);
        assertEquals(chosen, settings().options());
        settings().choose(CaptureOptions.under(USUAL));
        assertEquals(
                Path.of("/elsewhere"),
                new CaptureSettings(file(), Path.of("/elsewhere")).options().root());
    }

    @Test
    void aDamagedChoiceIsNone() {
        SettingsFile file = file();
        file.put("capture-root", "\0");
        file.put("capture-quota", -1);
        file.put("capture-payload", "much");
        assertEquals(CaptureOptions.under(USUAL), new CaptureSettings(file, USUAL).options());
    }

    @Test
    void aQuotaBelowTheLeastIsTheLeast() {
        SettingsFile file = file();
        file.put("capture-quota", 256L << 20);
        assertEquals(
                CaptureLimits.LEAST_QUOTA,
                new CaptureSettings(file, USUAL).options().limits().quotaBytes());
    }

    private CaptureSettings settings() {
        return new CaptureSettings(file(), USUAL);
    }

    private SettingsFile file() {
        return new SettingsFile(temporary.resolve(SettingsFile.NAME), Runnable::run);
    }
}
