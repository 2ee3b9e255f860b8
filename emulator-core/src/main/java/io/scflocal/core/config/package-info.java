/** What is known about a function's configuration from the files that people already have, and where each value comes from. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.config;
