/** Short notices that come and go at the edge of the window: what was done, with a way back, and what went wrong. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.notice;
