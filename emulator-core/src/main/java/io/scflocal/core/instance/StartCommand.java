package io.scflocal.core.instance;

import io.scflocal.core.function.FunctionFolder;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a start file is started: by its own path, as an operating system starts it, in its folder and, where the machine can do that, in
 * a session of its own, so that the members of the tree are known to the kernel.
 *
 * @param words the program and its arguments
 * @param directory the working directory
 * @param environment all variables of the process
 * @param sandboxed whether it makes a sandbox first
 */
record StartCommand(List<String> words, Path directory, Map<String, String> environment, boolean sandboxed) {
    /** What the messages begin with when the kernel refuses the file, or the sandbox. */
    private static final List<String> REFUSED = List.of("setsid: failed to execute ", "unshare: ", "bwrap: ");

    /** As env(1) says it; where a start file calls env itself, its name is not what is missing. */
    private static final Pattern REFUSED_BY_ENV = Pattern.compile("env: .?/.*/" + FunctionFolder.START_FILE + ".?: .*");

    Process start(Redirect stdout, Redirect stderr) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(commandLine(!sandboxed && BrokenPipes.areIgnored()))
                .directory(directory.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(stdout)
                .redirectError(stderr);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** @param mendPipes whether SIGPIPE is to be as it is by default */
    List<String> commandLine(boolean mendPipes) {
        List<String> command = new ArrayList<>();
        // setsid(1) replaces itself by the program, so the process that Java knows becomes the leader of the session.
        setsid().ifPresent(path -> command.add(path.toString()));
        if (mendPipes) {
            command.addAll(BrokenPipes.END_WRITERS);
        }
        command.addAll(words);
        return command;
    }

    ProcessTree treeOf(Process process) {
        ProcessTree tree = ProcessTree.of(
                process.toHandle(), environment.getOrDefault(InstanceEnvironment.RUN_ID, ""), setsid().isPresent());
        return sandboxed ? new SandboxTree(tree) : tree;
    }

    /** Whether a line of output says that the start was refused. */
    static boolean isRefusal(String line) {
        return REFUSED.stream().anyMatch(line::startsWith)
                || REFUSED_BY_ENV.matcher(line).matches();
    }

    private static Optional<Path> setsid() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
