package io.scflocal.core.invocation;

import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;

/**
 * How an invocation ended.
 *
 * @param status the platform's status
 * @param cause why
 * @param closeCode code of the first Close frame; 1005 if that frame had none; 0 if no Close frame passed
 * @param closeReason reason of the first Close frame; without a Close frame what the emulator has to say of the end; empty if nothing
 * @param httpStatus what the function answered instead of an upgrade; 0 if it upgraded or did not answer
 * @param durationNanos from the arrival of the handshake to the end, without the time that stood still for a debugger
 */
public record InvocationEnd(
        FunctionStatus status, EndCause cause, int closeCode, String closeReason, int httpStatus, long durationNanos) {}
