package io.scflocal.app.session;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.TlsOptions;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;

/** Makes the engine for a folder. */
@FunctionalInterface
public interface EmulatorFactory {

    /** The factory of the application: real emulators, which are reached by {@code wss://} too where that port is free. */
    EmulatorFactory REAL = (folder, options) -> new EmulatorEngine(Emulator.open(
            folder,
            options.withTls(new TlsOptions(
                    TlsOptions.DEFAULT_PORT, UserDirectories.ofSystem().certificates(), false))));

    /**
     * Prepares an engine; nothing is started yet. May block; never called on the JavaFX thread.
     *
     * @throws IOException if no capture can be written
     */
    Engine open(FunctionFolder folder, EmulatorOptions options) throws IOException;
}
