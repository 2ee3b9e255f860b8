package io.scflocal.core.statistics;

/**
 * How large things are, or how long they take.
 *
 * @param count how many were measured
 * @param min the least; 0 when there was none
 * @param mean the sum by the count; 0 when there was none
 * @param median half of them are not larger; off by 3 % at most
 * @param max the largest; 0 when there was none
 * @param histogram how many there were by powers of two: at 0 those of 0, at n those from 2^(n-1) to less than 2^n; without the zeros at
 *     the end
 */
public record Sizes(long count, long min, double mean, long median, long max, long[] histogram) {}
