package io.scflocal.core.process;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Windows for job objects, which the library has no binding for, under the names that the system gives them. Source:
 * Microsoft's documentation of jobapi2.h, processthreadsapi.h and handleapi.h.
 */
interface JobApi extends StdCallLibrary {

    /** Loads it; on other systems there is none. */
    static JobApi load() {
        return Native.load("kernel32", JobApi.class);
    }

    @Nullable
    Pointer CreateJobObjectW(@Nullable Pointer attributes, @Nullable Pointer name);

    boolean SetInformationJobObject(Pointer job, int kind, Pointer information, int bytes);

    boolean QueryInformationJobObject(Pointer job, int kind, Pointer information, int bytes, @Nullable Pointer needed);

    boolean AssignProcessToJobObject(Pointer job, Pointer process);

    boolean TerminateJobObject(Pointer job, int exitCode);

    @Nullable
    Pointer OpenProcess(int access, boolean inherited, int pid);

    boolean CloseHandle(Pointer handle);
}
