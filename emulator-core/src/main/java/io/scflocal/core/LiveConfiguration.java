package io.scflocal.core;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.Ticker;

/** The part of an emulator's options that may change while its function runs; the limits are recorded as they change. Thread-safe. */
final class LiveConfiguration {
    private final CaptureStore capture;
    private final String function;
    private final Ticker ticker;
    private volatile FunctionSettings settings;
    private volatile Timeouts timeouts;
    private volatile PlatformChoices choices;
    private volatile InstanceOptions instances;

    /**
     * As the options say.
     *
     * @param function name of the function, as it is recorded
     */
    LiveConfiguration(EmulatorOptions options, CaptureStore capture, String function, Ticker ticker) {
        settings = options.settings();
        timeouts = options.timeouts();
        choices = options.choices();
        instances = options.instances();
        this.capture = capture;
        this.function = function;
        this.ticker = ticker;
        recordLimits();
    }

    FunctionSettings settings() {
        return settings;
    }

    void setSettings(FunctionSettings other) {
        settings = other;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    void setTimeouts(Timeouts other) {
        boolean changed = !other.equals(timeouts);
        timeouts = other;
        if (changed) {
            recordLimits();
        }
    }

    PlatformChoices choices() {
        return choices;
    }

    void setChoices(PlatformChoices other) {
        boolean changed = other.pingsCount() != choices.pingsCount();
        choices = other;
        if (changed) {
            recordLimits();
        }
    }

    InstanceOptions instances() {
        return instances;
    }

    void setInstances(InstanceOptions other) {
        instances = other;
    }

    /** For those who ask later what was left of a limit. */
    private void recordLimits() {
        capture.record(new LimitsRecord(
                ticker.epochNanos(),
                function,
                timeouts.idle().toNanos(),
                timeouts.execution().toNanos(),
                choices.pingsCount()));
    }
}
