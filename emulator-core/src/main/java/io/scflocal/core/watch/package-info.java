/** Tells when the files of a function change. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.watch;
