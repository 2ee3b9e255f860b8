/** The certificates for {@code wss://}, made on this machine and trusted only where the user says so. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.tls;
