/** The filter language over a capture: its parser, its typed tree, and the scan that tests every frame. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.query;
