/** Runs a function for the time of a user's own JUnit tests. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.junit;
