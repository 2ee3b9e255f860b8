/** The instances of a function: how their processes are housed, started, watched and measured, and why a start fails. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.instance;
