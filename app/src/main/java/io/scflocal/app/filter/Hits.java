package io.scflocal.app.filter;

/**
 * What the filter has found.
 *
 * @param rows how many frames are listed
 * @param candidates how many there would be without a filter
 * @param scannedPercent how much of the capture was looked at, 100 when the scan has caught up
 * @param givenUp of how many frames nobody knows whether they match, because a pattern took too long
 */
public record Hits(long rows, long candidates, int scannedPercent, long givenUp) {

    /** No frames at all. */
    public static final Hits NONE = new Hits(0, 0, 100, 0);
}
