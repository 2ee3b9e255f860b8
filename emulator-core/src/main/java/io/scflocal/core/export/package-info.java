/** Captures as files of other programs and back: JSON lines, HAR, CSV, pcapng, raw payloads. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.export;
