package io.scflocal.core;

/** What an {@link Emulator} is doing. */
public enum EmulatorState {
    /** Nothing runs and no port is taken. */
    STOPPED,
    /** The gateway listens, and the start file is being started; clients that come now wait for it. */
    STARTING,
    /** The gateway listens and the function has been ready at least once; {@link Emulator#failure()} says so if it can't be reloaded. */
    RUNNING,
    /** Connections are being ended and processes taken down. */
    STOPPING,
    /** The last start failed; nothing runs. {@link Emulator#failure()} says why. */
    FAILED
}
