/** The start page: open a folder, drop one, recent ones, samples. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.start;
