/** The listening side on Undertow: accepts, upgrades, connects to the function and passes plain HTTP through. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.gateway;
