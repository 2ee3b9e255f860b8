/** What an instance is to those that use it, whoever started it: its life, how it is kept apart, why there is none. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.instance;
