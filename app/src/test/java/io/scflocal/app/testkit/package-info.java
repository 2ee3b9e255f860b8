/** What tests of several features share. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.testkit;
