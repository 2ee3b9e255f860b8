/** Starts instances as processes, plain or in sandboxes: what they live in, when they are ready, why a start fails. Also fetches dependencies. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.launch;
