package io.scflocal.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** What the libraries and the program itself log about themselves: warnings on standard error, one line each. */
final class LibraryLog {
    private static final String OWN_CONFIGURATION = "java.util.logging.config.file";

    private LibraryLog() {}

    /** Sets that up unless the user has named a configuration of their own. */
    static void setUp() {
        if (System.getProperty(OWN_CONFIGURATION) != null) {
            return;
        }
        try (InputStream configuration = LibraryLog.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the configuration of the log", e);
        }
    }
}
