package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.invocation.Invocation;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Where the detail of a frame comes from.
 *
 * @param reader the capture
 * @param invocations finds the invocation of a connection by its number; empty when it is long over
 */
record FrameSource(CaptureReader reader, IntFunction<Optional<Invocation>> invocations) {}
