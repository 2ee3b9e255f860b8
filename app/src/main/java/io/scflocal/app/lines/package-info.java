/** Lines of coloured text, of which there may be any number: what they are and the control that shows them. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.lines;
