/** Which instance serves which connection, and when instances are started, replaced and ended for that. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.pool;
