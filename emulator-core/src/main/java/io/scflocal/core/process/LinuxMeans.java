package io.scflocal.core.process;

import io.scflocal.core.output.OutputPipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sessions by setsid(1), named pipes, and the kernel's table of processes with their environments. */
final class LinuxMeans implements ProcessMeans {
    /** Arguments: beginning of the marks, the emulator's process id, directory and beginning of the names of temporary directories. */
    private static final String WATCHDOG =
            """
            while read -r _; do :; done
            rounds=0
            while [ $rounds -lt 200 ]; do
              found=$(grep -lsa "%s=$1" /proc/[0-9]*/environ)
              [ -n "$found" ] || break
              for file in $found; do
                pid=${file#/proc/}
                kill -9 "${pid%%/environ}" 2>/dev/null
              done
              rounds=$((rounds + 1))
            done
            # Its parent may not have waited for a dead emulator yet.
            grep -qs '^State:.[^ZX]' "/proc/$2/status" || rm -rf "$3/$4$2"-*
            """
                    .formatted(RunId.VARIABLE);

    /** setsid(1) replaces itself by the program, so the process that Java knows becomes the leader of the session. */
    @Override
    public List<String> heading() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(setsid -> Files.isExecutable(Path.of(setsid)))
                .limit(1)
                .toList();
    }

    @Override
    public OutputPipes pipes(Path directory) throws IOException, InterruptedException {
        return OutputPipes.named(directory);
    }

    @Override
    public ProcessTree tree(ProcessHandle root, String runId, boolean headed) {
        return LinuxProcess.isSupported()
                ? new LinuxProcessTree(root, runId, headed)
                : new GroupTree(root, ProcessGroup.NONE);
    }

    @Override
    public String watchdog() {
        return LinuxProcess.isSupported() ? WATCHDOG : "";
    }
}
