/** The filter of the frames: what is typed, what is offered meanwhile, its terms, and the filters that are kept. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.filter;
