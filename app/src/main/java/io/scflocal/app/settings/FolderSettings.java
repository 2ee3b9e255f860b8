package io.scflocal.app.settings;

import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;

/**
 * What the user has set for one function.
 *
 * @param timeouts the platform's limits on time
 * @param memoryMb configured memory in MB
 * @param gatewayPort port of the gateway
 */
public record FolderSettings(Timeouts timeouts, int memoryMb, int gatewayPort) {

    /** What holds for a function that nobody has configured. */
    public static final FolderSettings DEFAULT = new FolderSettings(
            Timeouts.DEFAULT, PlatformLimits.DEFAULT_MEMORY_MB, EmulatorOptions.DEFAULT_GATEWAY_PORT);

    /** The same settings with other limits on time. */
    public FolderSettings withTimeouts(Timeouts other) {
        return new FolderSettings(other, memoryMb, gatewayPort);
    }

    /** The same settings with another memory size. */
    public FolderSettings withMemoryMb(int megabytes) {
        return new FolderSettings(timeouts, megabytes, gatewayPort);
    }

    /** The same settings with another port. */
    public FolderSettings withGatewayPort(int port) {
        return new FolderSettings(timeouts, memoryMb, port);
    }
}
