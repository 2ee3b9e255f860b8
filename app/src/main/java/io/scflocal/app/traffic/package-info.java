/** The frames: the grid of visible rows and the filter. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.traffic;
