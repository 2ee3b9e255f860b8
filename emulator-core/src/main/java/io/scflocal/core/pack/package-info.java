/** Makes of a function's folder the archive that the cloud takes. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.pack;
