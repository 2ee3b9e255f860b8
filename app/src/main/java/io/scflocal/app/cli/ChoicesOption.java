package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.platform.CutStyle;
import io.scflocal.core.platform.LimitPolicy;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Prices;
import io.scflocal.core.platform.TrafficLimits;
import io.scflocal.core.platform.UnclearEnds;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * What the platform's documents leave open, as the command line chooses it.
 *
 * @param preset what holds where it does not say anything
 */
record ChoicesOption(ParseResult parsed, Messages messages, PlatformChoices preset) {
    private static final String DECIMAL = "[0-9]{1,6}(?:\\.[0-9]{1,12})?";

    /** Reads the options of a parsed {@code run} command; {@code packetBytes} has been read already. */
    PlatformChoices read(int packetBytes) throws UsageException {
        TrafficLimits limits = preset.limits()
                .withPolicy(word(
                        Grammar.LIMITS,
                        LimitPolicy.values(),
                        LimitPolicy::id,
                        preset.limits().policy()))
                .withPacketBytes(packetBytes);
        return new PlatformChoices(
                word(Grammar.ON_CUT, CutStyle.values(), CutStyle::id, preset.cut()),
                preset.pingsCount() || parsed.hasMatchedOption(Grammar.PINGS_COUNT),
                word(Grammar.UNCLEAR_ENDS, UnclearEnds.values(), UnclearEnds::id, preset.unclearEnds()),
                limits,
                new Prices(
                        price(Grammar.PRICE_GB_SECOND, preset.prices().perGbSecond()),
                        price(Grammar.PRICE_CALLS, preset.prices().perTenThousandCalls())));
    }

    private <T> T word(String option, T[] known, Function<T, String> id, T preset) throws UsageException {
        String text = parsed.matchedOptionValue(option, id.apply(preset));
        return Arrays.stream(known)
                .filter(value -> id.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new UsageException(messages.get(
                        "cli.error.word",
                        option,
                        Arrays.stream(known).map(id).collect(Collectors.joining(", ")),
                        text)));
    }

    private double price(String option, double preset) throws UsageException {
        String text = parsed.matchedOptionValue(option, "");
        if (text.isEmpty()) {
            return preset;
        }
        if (!text.matches(DECIMAL)) {
            throw new UsageException(messages.get("cli.error.price", option, text));
        }
        return Double.parseDouble(text);
    }
}
