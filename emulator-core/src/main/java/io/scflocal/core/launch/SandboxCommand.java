package io.scflocal.core.launch;

import io.scflocal.core.platform.Interpreters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command line of a sandbox. Each program does one thing: unshare(1) makes a process table whose end takes everything in it along and
 * gives root another id, with which the others work; pasta(1) makes a network with a way out and one way in; bwrap(1) makes the file
 * system.
 *
 * @param folder the function's folder
 * @param scratch a directory for the sandbox's own files
 * @param outside the port of this machine
 * @param inside the port in the sandbox to which it leads
 * @param programs programs of this machine that the function needs, wherever they are
 * @param debugPort the port for debuggers, the same here and there, if they are to connect
 */
record SandboxCommand(Path folder, Path scratch, int outside, int inside, List<Path> programs, OptionalInt debugPort) {
    /** Where the folder is in the sandbox. */
    static final String CODE = "/var/user";
    /** Name of the directory in the scratch directory that becomes {@code /var/lang}. */
    static final String LANGUAGES = "lang";
    /** Where the files are in the sandbox that debugging needs. */
    static final String DEBUG = "/var/debug";
    /** Their directory in the scratch directory. */
    static final String DEBUG_FILES = "debug";
    /** Name of pasta's own log in the scratch directory. */
    static final String NETWORK_LOG = "pasta.log";

    private static final String HOME = "/home/qcloud";
    private static final String USER = "1000";
    private static final String TMP_BYTES = Long.toString(512L << 20);
    /** Where pasta takes questions for the resolver of this machine; link-local, so it is nobody else's. */
    private static final String RESOLVER = "169.254.1.1";

    /** What the function does not see of this machine, except for the interpreters that are in there. */
    private static final List<Path> FRESH = List.of(Path.of("/tmp"), Path.of("/var"));

    private static final Path RESOLVER_FILE = Path.of("/etc/resolv.conf");

    /** The whole command that runs {@code program}, a path in the sandbox. Writes the files that it needs. */
    List<String> running(String program) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-user=" + USER));
        command.addAll(List.of("--map-group=" + USER, "--pid", "--fork", "--kill-child=KILL", "--mount-proc"));
        command.addAll(network());
        // pasta makes a process table too, and bwrap must see that one.
        command.addAll(List.of("unshare", "--mount-proc"));
        command.addAll(BrokenPipes.END_WRITERS);
        command.addAll(files());
        command.add(program);
        return command;
    }

    private List<String> network() {
        List<String> pasta = new ArrayList<>(BrokenPipes.END_WRITERS);
        pasta.addAll(List.of("pasta", "-f", "-q"));
        pasta.addAll(List.of("-l", scratch.resolve(NETWORK_LOG).toString(), "--config-net"));
        DefaultRoutes.ofThisMachine().onlyFamily().ifPresent(pasta::add);
        pasta.addAll(List.of("-t", "127.0.0.1/" + outside + ":" + inside, "-u", "none", "-T", "none", "-U", "none"));
        debugPort.ifPresent(port -> pasta.addAll(List.of("-t", "127.0.0.1/" + port + ":" + port)));
        if (resolverIsOnLoopback()) {
            pasta.addAll(List.of("--dns-forward", RESOLVER));
        }
        pasta.add("--");
        return pasta;
    }

    private List<String> files() throws IOException {
        List<String> bwrap = new ArrayList<>(List.of("bwrap", "--unshare-user", "--uid", USER, "--gid", USER));
        bwrap.addAll(List.of("--unshare-pid", "--cap-drop", "ALL", "--die-with-parent"));
        bwrap.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
        bwrap.addAll(List.of("--size", TMP_BYTES, "--tmpfs", "/tmp", "--tmpfs", "/var", "--dir", "/var/tmp"));
        bwrap.addAll(homes());
        for (Path installation : hidden()) {
            bwrap.addAll(readOnly(installation, installation.toString()));
        }
        bwrap.addAll(readOnly(folder, CODE));
        bwrap.addAll(readOnly(scratch.resolve(LANGUAGES), Interpreters.ROOT));
        bwrap.addAll(realInterpreters());
        if (debugPort.isPresent()) {
            bwrap.addAll(readOnly(scratch.resolve(DEBUG_FILES), DEBUG));
        }
        bwrap.addAll(List.of("--remount-ro", "/var", "--remount-ro", "/home"));
        bwrap.addAll(readOnly(
                written("passwd", "root:x:0:0::/root:/bin/sh\nqcloud:x:1000:1000::" + HOME + ":/bin/sh\n"),
                "/etc/passwd"));
        bwrap.addAll(readOnly(written("group", "root:x:0:\nqcloud:x:1000:\n"), "/etc/group"));
        if (resolverIsOnLoopback()) {
            bwrap.addAll(readOnly(
                    written("resolv.conf", "nameserver " + RESOLVER + "\n"),
                    RESOLVER_FILE.toRealPath().toString()));
        }
        bwrap.addAll(List.of("--chdir", CODE, "--"));
        return bwrap;
    }

    /** The platform's home beside those of this machine, where interpreters may be installed. */
    private static List<String> homes() throws IOException {
        List<String> homes = new ArrayList<>(List.of("--tmpfs", "/home", "--dir", HOME));
        for (Path home : entries(Path.of("/home"))) {
            homes.addAll(readOnly(home, home.toString()));
        }
        return homes;
    }

    /** Where programs are installed that the fresh directories would hide. */
    private Set<Path> hidden() throws IOException {
        Set<Path> installations = new LinkedHashSet<>();
        for (Path program : programs) {
            for (Path path : List.of(program, program.toRealPath())) {
                Path directory = path.getParent();
                if (FRESH.stream().anyMatch(path::startsWith)) {
                    installations.add(directory.endsWith("bin") ? directory.getParent() : directory);
                }
            }
        }
        return installations;
    }

    private static List<String> realInterpreters() throws IOException {
        List<String> binds = new ArrayList<>();
        for (Path interpreter : entries(Path.of(Interpreters.ROOT))) {
            binds.addAll(readOnly(interpreter, interpreter.toString()));
        }
        return binds;
    }

    private static List<Path> entries(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        if (Files.isReadable(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, Files::isDirectory)) {
                found.forEach(entries::add);
            }
        }
        return entries;
    }

    private static List<String> readOnly(Path source, String target) {
        return List.of("--ro-bind", source.toString(), target);
    }

    private Path written(String name, String content) throws IOException {
        return Files.writeString(scratch.resolve(name), content);
    }

    /** Whether all resolvers of this machine listen where a sandbox does not reach them. */
    private static boolean resolverIsOnLoopback() {
        try (Stream<String> lines = Files.lines(RESOLVER_FILE, StandardCharsets.ISO_8859_1)) {
            List<String> servers =
                    lines.filter(line -> line.startsWith("nameserver")).toList();
            return !servers.isEmpty()
                    && servers.stream().allMatch(line -> line.matches("nameserver\\s+(127\\.|::1).*"));
        } catch (IOException e) {
            return false;
        }
    }
}
