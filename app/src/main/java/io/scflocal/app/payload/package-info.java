/** What a captured frame holds, read piece by piece, and the names of its parts. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.payload;
