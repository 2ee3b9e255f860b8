package io.scflocal.core.process;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A job object of Windows: what a member starts is a member too, and all end when the last handle is closed, also by the death of this
 * process. Source of the numbers: winnt.h; of the layouts: its structures on 64-bit Windows.
 */
final class JobObject implements ProcessGroup {
    private static final Logger LOG = System.getLogger(JobObject.class.getName());

    private static final int PROCESS_IDS = 3;
    private static final int EXTENDED_LIMITS = 9;
    private static final int EXTENDED_LIMITS_BYTES = 144;
    private static final int LIMIT_FLAGS_AT = 16;
    private static final int KILL_ON_JOB_CLOSE = 0x2000;
    /** PROCESS_SET_QUOTA and PROCESS_TERMINATE. */
    private static final int ACCESS = 0x0101;

    private static final int LISTED_AT = 4;
    private static final int IDS_AT = 8;
    private static final int MOST_IDS = 4096;
    private static final int EXIT_CODE = 1;

    private final JobApi api;
    private @Nullable Pointer job;

    private JobObject(JobApi api, Pointer job) {
        this.api = api;
        this.job = job;
    }

    /** Makes an empty one. */
    static JobObject create(JobApi api) throws IOException {
        Pointer job = api.CreateJobObjectW(null, null);
        if (job == null) {
            throw new IOException("Windows makes no job object");
        }
        try (Memory limits = new Memory(EXTENDED_LIMITS_BYTES)) {
            limits.clear();
            limits.setInt(LIMIT_FLAGS_AT, KILL_ON_JOB_CLOSE);
            if (!api.SetInformationJobObject(job, EXTENDED_LIMITS, limits, EXTENDED_LIMITS_BYTES)) {
                api.CloseHandle(job);
                throw new IOException("Windows lets no job object end its processes");
            }
        }
        return new JobObject(api, job);
    }

    @Override
    public synchronized List<Long> members() {
        Pointer open = job;
        if (open == null) {
            return List.of();
        }
        int bytes = IDS_AT + MOST_IDS * Long.BYTES;
        try (Memory list = new Memory(bytes)) {
            list.clear();
            // False if there are more than fit; those that fit are listed nevertheless.
            api.QueryInformationJobObject(open, PROCESS_IDS, list, bytes, null);
            return IntStream.range(0, Math.min(list.getInt(LISTED_AT), MOST_IDS))
                    .mapToObj(i -> list.getLong(IDS_AT + (long) i * Long.BYTES))
                    .toList();
        }
    }

    @Override
    public synchronized void join(ProcessHandle process) {
        Pointer open = job;
        Pointer handle = open == null ? null : api.OpenProcess(ACCESS, false, (int) process.pid());
        if (open == null || handle == null) {
            // It has ended already.
            return;
        }
        try {
            if (!api.AssignProcessToJobObject(open, handle) && process.isAlive()) {
                LOG.log(Level.WARNING, "Process {0} of the function can't be taken into its job object", process.pid());
            }
        } finally {
            api.CloseHandle(handle);
        }
    }

    @Override
    public synchronized void kill() {
        if (job != null) {
            api.TerminateJobObject(job, EXIT_CODE);
        }
    }

    @Override
    public synchronized void close() {
        if (job != null) {
            api.CloseHandle(job);
            job = null;
        }
    }
}
