package io.scflocal.core.instance;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a launcher needs to know.
 *
 * @param id short name of the instance to be
 * @param folder the function's folder
 * @param settings the function's configuration
 * @param initTimeout how long the start may take
 * @param port the port on which the function must accept connections
 * @param debugPort from which port on a debugger can connect; empty if none is to
 */
public record LaunchRequest(
        String id,
        FunctionFolder folder,
        FunctionSettings settings,
        Duration initTimeout,
        int port,
        OptionalInt debugPort) {}
