/** The log of the function and of the platform. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.logs;
