/** The frames: the grid of visible rows and the detail of one frame. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.traffic;
