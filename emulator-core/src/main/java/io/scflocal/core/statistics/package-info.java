/** What can be counted in a capture: rates, sizes, round trips and values, in little memory however long the capture is. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.statistics;
