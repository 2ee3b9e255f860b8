/** Mains that show single views with made-up data, to look at them. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.demo;
