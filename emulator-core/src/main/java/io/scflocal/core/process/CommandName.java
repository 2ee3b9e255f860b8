package io.scflocal.core.process;

import io.scflocal.core.platform.HostSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The name of a command as the operating system takes it. */
final class CommandName {
    private CommandName() {}

    /**
     * On Windows, where a shell would find {@code npm.cmd} for {@code npm} but the system itself looks for programs only, the whole path of
     * what a shell would find; elsewhere, and if it would find nothing, the command as it is.
     */
    static List<String> found(List<String> command, Map<String, String> host, HostSystem system) {
        String name = command.get(0);
        if (system != HostSystem.WINDOWS || name.contains("/") || name.contains("\\") || name.contains(".")) {
            return command;
        }
        Map<String, String> variables = system.lookup(host);
        List<String> endings =
                List.of(variables.getOrDefault("PATHEXT", ".COM;.EXE;.BAT;.CMD").split(system.pathSeparator()));
        List<String> words = new ArrayList<>(command);
        Stream.of(variables.getOrDefault("PATH", "").split(system.pathSeparator()))
                .filter(directory -> !directory.isBlank())
                .flatMap(directory -> endings.stream().map(ending -> Path.of(directory, name + ending)))
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(file -> words.set(0, file.toString()));
        return words;
    }
}
