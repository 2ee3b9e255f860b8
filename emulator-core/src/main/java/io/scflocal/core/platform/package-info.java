/** What the cloud does, as tables and pure functions; every number of the platform stands here with its source. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.platform;
