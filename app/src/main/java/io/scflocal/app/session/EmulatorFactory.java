package io.scflocal.app.session;

import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;

/** Makes the engine for a folder. */
@FunctionalInterface
public interface EmulatorFactory {

    /** The factory of the application: real emulators. */
    EmulatorFactory REAL = (folder, options) -> new EmulatorEngine(Emulator.open(folder, options));

    /**
     * Prepares an engine; nothing is started yet. May block; never called on the JavaFX thread.
     *
     * @throws IOException if no capture can be written
     */
    Engine open(FunctionFolder folder, EmulatorOptions options) throws IOException;
}
