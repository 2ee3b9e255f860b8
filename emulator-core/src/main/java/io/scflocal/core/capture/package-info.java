/** Every frame that passed, on disk, in the order of arrival. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.capture;
