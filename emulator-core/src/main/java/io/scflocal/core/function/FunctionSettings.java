package io.scflocal.core.function;

import io.scflocal.core.platform.PlatformLimits;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the function is configured in the cloud, apart from its {@link io.scflocal.core.platform.Timeouts}. Immutable.
 *
 * @param name name of the function
 * @param memoryMb configured memory in MB; see {@link PlatformLimits}
 * @param concurrency how many connections one instance takes, 1 to 100
 * @param environment the function's own variables
 * @param namespace namespace of the function
 * @param region region of the function
 * @param appId account id ({@code TENCENTCLOUD_APPID})
 * @param uin user id ({@code TENCENTCLOUD_UIN})
 * @param unbufferedPython whether {@code PYTHONUNBUFFERED=1} is set, which the cloud does not do, so that output appears at once
 */
public record FunctionSettings(
        String name,
        int memoryMb,
        int concurrency,
        Map<String, String> environment,
        String namespace,
        String region,
        String appId,
        String uin,
        boolean unbufferedPython) {

    public FunctionSettings {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /** The settings of a function that nobody has configured yet. */
    public static FunctionSettings defaults(String name) {
        return new FunctionSettings(
                name,
                PlatformLimits.DEFAULT_MEMORY_MB,
                1,
                Map.of(),
                "default",
                "ap-guangzhou",
                "1250000000",
                "100000000001",
                true);
    }

    /** The same settings with another number of connections per instance. */
    public FunctionSettings withConcurrency(int connections) {
        return new FunctionSettings(
                name, memoryMb, connections, environment, namespace, region, appId, uin, unbufferedPython);
    }

    /** The same settings with other variables. */
    public FunctionSettings withEnvironment(Map<String, String> variables) {
        return new FunctionSettings(
                name, memoryMb, concurrency, variables, namespace, region, appId, uin, unbufferedPython);
    }
}
