package io.scflocal.core.process;

import io.scflocal.core.output.OutputPipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Process groups. macOS has no setsid(1), but a perl(1) that can do the same; where that is missing too, the tree is what the Java library
 * shows of it. Nothing in here is bound to macOS, so it is tested on Linux.
 */
final class MacMeans implements ProcessMeans {
    /** What its message begins with when the kernel refuses the program. */
    static final String REFUSAL = "setsid: can't run ";

    private static final Path PERL = Path.of("/usr/bin/perl");
    private static final String SETSID =
            "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV; die qq(" + REFUSAL + "$ARGV[0]: $!\\n)";

    /**
     * Reads a line for every group that begins ({@code +} and its number) or has ended ({@code -} and its number). Arguments as of the
     * one of Linux.
     */
    private static final String WATCHDOG =
            """
            groups=
            while read -r line; do
              case $line in
                +*) groups="$groups ${line#+}" ;;
                -*) groups=$(printf '%s\\n' $groups | grep -vx -e "${line#-}") ;;
              esac
            done
            for group in $groups; do
              kill -s KILL -- "-$group" 2>/dev/null
            done
            # Its parent may not have waited for a dead emulator yet.
            case $(ps -o stat= -p "$2") in
              "" | Z*) rm -rf "$3/$4$2"-* ;;
            esac
            """;

    @Override
    public List<String> heading() {
        return Files.isExecutable(PERL) ? List.of(PERL.toString(), "-e", SETSID) : List.of();
    }

    @Override
    public OutputPipes pipes(Path directory) throws IOException, InterruptedException {
        return OutputPipes.named(directory);
    }

    @Override
    public ProcessTree tree(ProcessHandle root, String runId, boolean headed) {
        return new GroupTree(root, headed ? new UnixGroup(root.pid()) : ProcessGroup.NONE);
    }

    @Override
    public String watchdog() {
        return WATCHDOG;
    }
}
