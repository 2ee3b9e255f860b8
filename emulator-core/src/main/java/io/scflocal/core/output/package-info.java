/** What processes print: the pipes that it comes through, read to their end and handed on line by line. Knows nothing of functions. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.output;
