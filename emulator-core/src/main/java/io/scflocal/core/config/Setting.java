package io.scflocal.core.config;

import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.platform.CutStyle;
import io.scflocal.core.platform.LimitPolicy;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Prices;
import io.scflocal.core.platform.TrafficLimits;
import io.scflocal.core.platform.UnclearEnds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be set for a function, apart from its variables. A constant is all that a new setting needs: with it, {@code
 * scf-local.json} takes it, {@code scf-local config} shows it, and {@link ResolvedSettings} knows its value and its origin.
 */
public enum Setting {
    /** Name of the function. */
    NAME("name", new Rule.Text(), "", "inputs.name", "name"),
    /** Runtime, as the platform writes it, for example {@code Nodejs20.19}. */
    RUNTIME("runtime", new Rule.Text(), "", "inputs.runtime", "runtime"),
    /** MB. */
    MEMORY("memory", Rule.Whole.memory(), PlatformLimits.DEFAULT_MEMORY_MB, "inputs.memorySize", "memorySize"),
    /** Seconds. */
    IDLE_TIMEOUT(
            "idleTimeout",
            Rule.Whole.seconds(PlatformLimits.MIN_IDLE_TIMEOUT, PlatformLimits.MAX_IDLE_TIMEOUT),
            PlatformLimits.DEFAULT_IDLE_TIMEOUT.toSeconds(),
            "inputs.protocolParams.wsParams.idleTimeOut",
            ""),
    /** Seconds. */
    TIMEOUT(
            "timeout",
            Rule.Whole.seconds(PlatformLimits.MIN_EXECUTION_TIMEOUT, PlatformLimits.MAX_EXECUTION_TIMEOUT),
            PlatformLimits.DEFAULT_EXECUTION_TIMEOUT.toSeconds(),
            "inputs.timeout",
            "timeout"),
    /** Seconds. */
    INIT_TIMEOUT(
            "initTimeout",
            Rule.Whole.seconds(PlatformLimits.MIN_INIT_TIMEOUT, PlatformLimits.MAX_INIT_TIMEOUT),
            PlatformLimits.DEFAULT_INIT_TIMEOUT.toSeconds(),
            "inputs.initTimeout",
            ""),
    /** Connections per instance. */
    CONCURRENCY(
            "concurrency",
            new Rule.Whole(1, PlatformLimits.MAX_CONCURRENCY, 1),
            1,
            "inputs.instanceConcurrencyConfig.maxConcurrency",
            ""),
    /** How instances are kept apart. */
    ISOLATION("isolation", new Rule.Choice(List.of("auto", "sandbox", "none")), "auto", "", ""),
    /** Instances at the same time. */
    MAX_INSTANCES(
            "maxInstances",
            new Rule.Whole(1, PlatformLimits.MAX_MAX_INSTANCES, 1),
            PlatformLimits.DEFAULT_MAX_INSTANCES,
            "",
            ""),
    /** What happens when files change; see {@link ReloadMode}. */
    RELOAD("reload", Rule.Choice.of(ReloadMode.values(), ReloadMode::id), ReloadMode.OFF.id(), "", ""),
    /** Port of the gateway on this machine; 0 takes any free one. */
    GATEWAY_PORT("port", new Rule.Whole(0, 65_535, 1), Setting.DEFAULT_GATEWAY_PORT, "", ""),
    /** Port of the gateway for {@code wss://} on this machine; 0 takes any free one. */
    TLS_PORT("tlsPort", new Rule.Whole(0, 65_535, 1), Setting.DEFAULT_TLS_PORT, "", ""),
    NAMESPACE("namespace", new Rule.Text(), "default", "inputs.namespace", ""),
    REGION("region", new Rule.Text(), "ap-guangzhou", "inputs.region", ""),
    /** What the peers see when the platform cuts; see {@link CutStyle}. */
    ON_CUT(
            "onCut",
            Rule.Choice.of(CutStyle.values(), CutStyle::id),
            PlatformChoices.DEFAULT.cut().id(),
            "",
            ""),
    /** Whether ping and pong start the idle time anew. */
    PINGS_COUNT("pingsCount", new Rule.Flag(), PlatformChoices.DEFAULT.pingsCount(), "", ""),
    /** How 1001, 1005 and 1006 are classed; see {@link UnclearEnds}. */
    UNCLEAR_ENDS(
            "unclearEnds",
            Rule.Choice.of(UnclearEnds.values(), UnclearEnds::id),
            PlatformChoices.DEFAULT.unclearEnds().id(),
            "",
            ""),
    /** What happens beyond a limit; see {@link LimitPolicy}. */
    LIMITS(
            "limits",
            Rule.Choice.of(LimitPolicy.values(), LimitPolicy::id),
            TrafficLimits.DEFAULT.policy().id(),
            "",
            ""),
    /** KB of a WebSocket message. */
    PACKET_SIZE("packetSize", new Rule.Whole(1, 16 << 10, 1), TrafficLimits.DEFAULT.packetBytes() >> 10, "", ""),
    /** CNY for one GB of memory for one second. */
    PRICE_GB_SECOND("priceGbSecond", new Rule.Decimal(), Rule.Decimal.written(Prices.LIST.perGbSecond()), "", ""),
    /** CNY for ten thousand invocations. */
    PRICE_CALLS("priceCalls", new Rule.Decimal(), Rule.Decimal.written(Prices.LIST.perTenThousandCalls()), "", "");

    /** The port that the gateway takes unless it is told another. */
    public static final int DEFAULT_GATEWAY_PORT = 8000;

    /** The port that the gateway takes for {@code wss://} unless it is told another. */
    public static final int DEFAULT_TLS_PORT = 8443;

    private final String key;
    private final Rule rule;
    private final String preset;
    private final String serverless;
    private final String cloudbase;

    /**
     * @param key its name in {@code scf-local.json}
     * @param preset its value when nobody has said anything
     * @param serverless its path in {@code serverless.yml}; empty if it has none
     * @param cloudbase its name in a function of {@code cloudbaserc.json}; empty if it has none
     */
    Setting(String key, Rule rule, Object preset, String serverless, String cloudbase) {
        this.key = key;
        this.rule = rule;
        this.preset = preset.toString();
        this.serverless = serverless;
        this.cloudbase = cloudbase;
    }

    /** Its name in {@code scf-local.json}. */
    public String key() {
        return key;
    }

    /** Which values it takes. */
    public Rule rule() {
        return rule;
    }

    /** Its value when nobody has said anything. */
    public String preset() {
        return preset;
    }

    /** The one that stands under {@code path} in a file of the given kind. */
    static Optional<Setting> at(Origin.Source source, String path) {
        return path.isEmpty()
                ? Optional.empty()
                : Stream.of(values())
                        .filter(setting -> setting.path(source).equals(path))
                        .findFirst();
    }

    /** Its path in a file of the given kind; empty if it has none there. */
    String path(Origin.Source source) {
        return switch (source) {
            case OWN_FILE -> key;
            case SERVERLESS -> serverless;
            case CLOUDBASE -> cloudbase;
            case COMMAND_LINE, DOT_ENV, DEFAULT -> "";
        };
    }
}
