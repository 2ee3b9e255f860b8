/** Where "now" comes from, so that a test of a two-hour timeout takes microseconds. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.time;
