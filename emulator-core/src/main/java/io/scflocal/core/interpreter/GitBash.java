package io.scflocal.core.interpreter;

import io.scflocal.core.platform.HostSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bash that comes with Git for Windows, and how it writes paths. Reads the disk at every question. */
public final class GitBash {
    private static final Pattern DRIVE = Pattern.compile("^([A-Za-z]):(?=/)");
    /** Places under what a variable names. */
    private static final List<Map.Entry<String, String>> PLACES = List.of(
            Map.entry("ProgramFiles", "Git"),
            Map.entry("ProgramW6432", "Git"),
            Map.entry("ProgramFiles(x86)", "Git"),
            Map.entry("LOCALAPPDATA", "Programs/Git"),
            Map.entry("USERPROFILE", "scoop/apps/git/current"));

    private final Map<String, String> host;

    /** @param host the environment of the emulator on Windows */
    public GitBash(Map<String, String> host) {
        this.host = HostSystem.WINDOWS.lookup(host);
    }

    /** The program; empty if it is neither in a usual place nor on the search path. */
    public Optional<Path> find() {
        Stream<Path> usual = PLACES.stream()
                .filter(place -> host.containsKey(place.getKey()))
                .map(place -> Path.of(host.get(place.getKey()), place.getValue()))
                .flatMap(git -> programs(git).stream());
        return Stream.concat(usual, searchPath().stream().flatMap(GitBash::onPath))
                .filter(ProgramPlaces::isProgram)
                .findFirst();
    }

    /** A path as bash writes it, where a colon would end an entry of a search path. */
    public static String path(Path path) {
        String slashes = path.toString().replace('\\', '/');
        return DRIVE.matcher(slashes).replaceFirst(drive -> "/" + drive.group(1).toLowerCase(Locale.ROOT));
    }

    private List<Path> searchPath() {
        return Stream.of(host.getOrDefault("PATH", "").split(HostSystem.WINDOWS.pathSeparator()))
                .filter(entry -> !entry.isBlank() && !isForeign(entry))
                .map(Path::of)
                .toList();
    }

    /** Git's installer puts its directory cmd on the search path, which has no bash. */
    private static Stream<Path> onPath(Path directory) {
        boolean git = ProgramPlaces.isProgram(directory.resolve("git.exe")) && directory.getParent() != null;
        Stream<Path> beside = git ? programs(directory.getParent()).stream() : Stream.of();
        return Stream.concat(beside, Stream.of(directory.resolve("bash.exe")));
    }

    /** The first sets up the search path for the second, which runs without its tools. */
    private static List<Path> programs(Path git) {
        return List.of(git.resolve("bin/bash.exe"), git.resolve("usr/bin/bash.exe"));
    }

    /** Windows has a bash.exe of its own there, which starts another system, where nothing of this one is in its place. */
    private static boolean isForeign(String directory) {
        String lower = directory.toLowerCase(Locale.ROOT);
        return lower.contains("system32") || lower.contains("sysnative") || lower.contains("windowsapps");
    }
}
