package io.scflocal.core.platform;

/**
 * What the platform's documents leave open or what differs from user to user, as it is chosen here. Immutable; a running emulator takes
 * another one at any time.
 *
 * @param cut what the peers see when the platform cuts
 * @param pingsCount whether ping and pong start the idle time anew
 * @param unclearEnds how 1001, 1005 and 1006 are classed
 * @param limits the limits on what passes
 * @param prices what the estimate of the costs is made of
 */
public record PlatformChoices(
        CutStyle cut, boolean pingsCount, UnclearEnds unclearEnds, TrafficLimits limits, Prices prices) {

    /** What holds when nobody has said anything. */
    public static final PlatformChoices DEFAULT =
            new PlatformChoices(CutStyle.TCP_END, false, UnclearEnds.FAILURE, TrafficLimits.DEFAULT, Prices.LIST);

    /** The same choices with another way to cut. */
    public PlatformChoices withCut(CutStyle other) {
        return new PlatformChoices(other, pingsCount, unclearEnds, limits, prices);
    }

    /** The same choices, with ping and pong as activity or not. */
    public PlatformChoices withPingsCount(boolean count) {
        return new PlatformChoices(cut, count, unclearEnds, limits, prices);
    }

    /** The same choices with other limits. */
    public PlatformChoices withLimits(TrafficLimits other) {
        return new PlatformChoices(cut, pingsCount, unclearEnds, other, prices);
    }
}
