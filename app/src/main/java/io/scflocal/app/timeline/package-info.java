/** Connections, frames, idle times and log lines on one axis of time. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.timeline;
