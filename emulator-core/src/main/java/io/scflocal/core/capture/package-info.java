/** A session on disk: every frame that passed, in the order of arrival, the messages made of them, the connections and the log. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.capture;
