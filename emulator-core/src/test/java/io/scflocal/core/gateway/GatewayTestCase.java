package io.scflocal.core.gateway;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway of its own for every test. */
abstract class GatewayTestCase {
    @TempDir
    Path directory;

    GatewayFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new GatewayFixture(directory);
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }
}
