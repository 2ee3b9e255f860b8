/** Which folder is open in which window of this user, so that no folder is open twice. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.windows;
