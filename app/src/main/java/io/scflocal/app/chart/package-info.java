/** Small charts of values that somebody else has counted. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.chart;
