/** The list of recently used things that the user's desktop keeps for all programs, and our folders in it. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.recent;
