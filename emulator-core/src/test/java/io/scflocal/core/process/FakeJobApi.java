package io.scflocal.core.process;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what was called, and lets everything succeed but what it is told to refuse. */
public final class FakeJobApi implements JobApi {
    static final Pointer JOB = new Pointer(0x10);

    public final List<String> calls = new ArrayList<>();
    final List<Long> members = new ArrayList<>();
    String refused = "";

    @Override
    public @Nullable Pointer CreateJobObjectW(@Nullable Pointer attributes, @Nullable Pointer name) {
        return said("create") ? JOB : null;
    }

    @Override
    public boolean SetInformationJobObject(Pointer job, int kind, Pointer information, int bytes) {
        String set = HexFormat.of().formatHex(information.getByteArray(0, bytes));
        return said(
                "set " + kind + " " + set.replaceFirst("^(00){16}", "").replaceFirst("(00)*$", "") + " of " + bytes);
    }

    @Override
    public boolean QueryInformationJobObject(
            Pointer job, int kind, Pointer information, int bytes, @Nullable Pointer needed) {
        information.setInt(0, members.size());
        information.setInt(4, members.size());
        for (int i = 0; i < members.size(); i++) {
            information.setLong(8 + 8L * i, members.get(i));
        }
        return kind == 3;
    }

    @Override
    public boolean AssignProcessToJobObject(Pointer job, Pointer process) {
        return said("assign " + Pointer.nativeValue(process));
    }

    @Override
    public boolean TerminateJobObject(Pointer job, int exitCode) {
        return said("terminate " + exitCode);
    }

    @Override
    public @Nullable Pointer OpenProcess(int access, boolean inherited, int pid) {
        return said("open " + Integer.toHexString(access)) ? new Pointer(pid) : null;
    }

    @Override
    public boolean CloseHandle(Pointer handle) {
        return said(handle.equals(JOB) ? "close job" : "close " + Pointer.nativeValue(handle));
    }

    /** The means of Windows that call this instead of the system. */
    public ProcessMeans means() {
        return new WindowsMeans(() -> this);
    }

    private boolean said(String call) {
        calls.add(call);
        return refused.isEmpty() || !call.startsWith(refused);
    }
}
