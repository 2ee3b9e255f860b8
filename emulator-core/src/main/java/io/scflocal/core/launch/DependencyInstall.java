package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InstallTool;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.interpreter.PlatformPaths;
import io.scflocal.core.output.OutputListener;
import io.scflocal.core.output.OutputPump;
import io.scflocal.core.output.OutputStreamKind;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreter.Language;
import io.scflocal.core.platform.Interpreters;
import io.scflocal.core.process.Household;
import io.scflocal.core.process.ProcessMeans;
import io.scflocal.core.process.ProcessTree;
import io.scflocal.core.process.RunId;
import io.scflocal.core.process.TreeEnding;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool that fetches dependencies into a function's folder, with everything it has started. It has the whole environment of the
 * emulator, since it needs proxies and credentials. Thread-safe.
 */
public final class DependencyInstall {
    private static final Duration LAST_OUTPUT_LIMIT = Duration.ofSeconds(2);

    private final Process process;
    private final OutputPump pump;
    private final ProcessTree tree;

    /**
     * What there is to install with.
     *
     * @param host the environment of the emulator
     * @param interpreters what the user wants to stand in for interpreters of the platform, whose package manager it is then
     * @param household who ends what is left should this emulator be killed
     */
    public record Options(Map<String, String> host, InterpreterChoices interpreters, Household household) {}

    private DependencyInstall(Process process, OutputPump pump, ProcessTree tree) {
        this.process = process;
        this.pump = pump;
        this.tree = tree;
    }

    /**
     * Starts the tool in the folder.
     *
     * @param output receives what it prints, on a thread of its own
     * @throws StartFailure if this machine does not have the tool; its detail is the tool's name
     * @throws IOException if the operating system refuses to start it
     */
    public static DependencyInstall start(
            FunctionFolder folder, InstallTool tool, List<String> arguments, Options options, OutputListener output)
            throws IOException, StartFailure {
        List<String> command =
                new ArrayList<>(program(folder, tool, new LocalPrograms(options.host(), options.interpreters())));
        command.addAll(arguments);
        ProcessMeans means = ProcessMeans.ofThisSystem();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectInput(ProcessMeans.NO_INPUT)
                .redirectErrorStream(true);
        // Should this emulator be killed, the next one finds what it has left.
        String runId = new RunId(options.household()).create();
        builder.environment().put(RunId.VARIABLE, runId);
        Process process = builder.start();
        return new DependencyInstall(
                process,
                OutputPump.start(OutputStreamKind.STDOUT, process.getInputStream(), output),
                means.tree(process.toHandle(), runId, false));
    }

    /** Waits for its end, which {@link #cancel} brings about; returns its exit status. */
    public int await() throws InterruptedException {
        int status = process.waitFor();
        pump.awaitEnd(LAST_OUTPUT_LIMIT);
        tree.close();
        return status;
    }

    /** Ends it and everything that it has started; blocks until that is done. */
    public void cancel() {
        new TreeEnding(Ticker.system(), TreeEnding.DEFAULT_GRACE).end(tree);
    }

    private static List<String> program(FunctionFolder folder, InstallTool tool, LocalPrograms programs)
            throws IOException, StartFailure {
        return switch (tool) {
            case NPM -> List.of(npm(found(programs.find(interpreter(folder, Language.NODE), "npm"), "npm")));
            case PIP ->
                List.of(found(programs.find(interpreter(folder, Language.PYTHON), "python3"), "python3"), "-m", "pip");
        };
    }

    /** Windows starts the one that is made for it, and not the shell script beside it. */
    private static String npm(String script) {
        return HostSystem.current() == HostSystem.WINDOWS ? script + ".cmd" : script;
    }

    private static String found(Optional<Path> program, String name) throws StartFailure {
        return program.map(Path::toString)
                .orElseThrow(() -> new StartFailure(
                        StartProblem.INTERPRETER_MISSING,
                        "There is no " + name + " on this machine.",
                        List.of(name),
                        List.of()));
    }

    /** The one that the start file names, or the newest of its language. */
    private static Interpreter interpreter(FunctionFolder folder, Language language) throws IOException {
        Path start = folder.startFile();
        String script = Files.isRegularFile(start) ? Files.readString(start, StandardCharsets.ISO_8859_1) : "";
        return PlatformPaths.in(script).programs().stream()
                .flatMap(path -> Interpreters.parse(path).stream())
                .filter(known -> known.language() == language)
                .findFirst()
                .orElseGet(() -> Interpreters.known().stream()
                        .filter(known -> known.language() == language)
                        .findFirst()
                        .orElseThrow());
    }
}
