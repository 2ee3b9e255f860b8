/** What would go wrong in the cloud, as far as the files of a function's folder show it. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.check;
