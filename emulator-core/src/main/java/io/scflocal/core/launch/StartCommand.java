package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.output.OutputPipes;
import io.scflocal.core.output.OutputStreamKind;
import io.scflocal.core.process.ProcessMeans;
import io.scflocal.core.process.ProcessTree;
import io.scflocal.core.process.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a start file is started: in its folder and, where the machine can do that, in a session of its own, so that the members of the
 * tree are known to the kernel.
 *
 * @param words the start file's own path, as an operating system starts it, or a program with arguments that does it
 * @param directory the working directory
 * @param environment all variables of the process
 * @param sandboxed whether it makes a sandbox first
 */
record StartCommand(List<String> words, Path directory, Map<String, String> environment, boolean sandboxed) {
    /** What the messages begin with when the kernel refuses the file, or the sandbox. */
    private static final List<String> REFUSED = Stream.concat(
                    ProcessMeans.REFUSALS.stream(), Stream.of("unshare: ", "bwrap: "))
            .toList();

    /** As env(1) says it; where a start file calls env itself, its name is not what is missing. */
    private static final Pattern REFUSED_BY_ENV = Pattern.compile("env: .?/.*/" + FunctionFolder.START_FILE + ".?: .*");

    Process start(OutputPipes pipes, ProcessMeans means) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(commandLine(means, !sandboxed && BrokenPipes.areIgnored()))
                .directory(directory.toFile())
                .redirectInput(ProcessMeans.NO_INPUT)
                .redirectOutput(pipes.target(OutputStreamKind.STDOUT))
                .redirectError(pipes.target(OutputStreamKind.STDERR));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** @param mendPipes whether SIGPIPE is to be as it is by default */
    List<String> commandLine(ProcessMeans means, boolean mendPipes) {
        List<String> command = new ArrayList<>(means.heading());
        if (mendPipes) {
            command.addAll(BrokenPipes.END_WRITERS);
        }
        command.addAll(words);
        return command;
    }

    ProcessTree treeOf(Process process, ProcessMeans means) {
        ProcessTree tree = means.tree(
                process.toHandle(),
                environment.getOrDefault(RunId.VARIABLE, ""),
                !means.heading().isEmpty());
        return sandboxed ? new SandboxTree(tree) : tree;
    }

    /** Whether a line of output says that the start was refused. */
    static boolean isRefusal(String line) {
        return REFUSED.stream().anyMatch(line::startsWith)
                || REFUSED_BY_ENV.matcher(line).matches();
    }
}
