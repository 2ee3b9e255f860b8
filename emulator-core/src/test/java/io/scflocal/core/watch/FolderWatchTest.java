package io.scflocal.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FolderWatchTest {
    @TempDir
    Path directory;

    private final BlockingQueue<Set<Path>> told = new LinkedBlockingQueue<>();
    private Path folder;
    private FolderWatch watch;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectories(directory.resolve("function"));
        Files.writeString(folder.resolve("server.js"), "1");
        Files.createDirectories(folder.resolve("lib/deep"));
        Files.createDirectories(folder.resolve("node_modules/ws"));
        Files.createDirectories(folder.resolve(".git/refs"));
        Files.createDirectories(folder.resolve("my_env"));
        Files.writeString(folder.resolve("my_env/pyvenv.cfg"), "");
        watch = FolderWatch.start(new FunctionFolder(folder), Ticker.system(), told::add);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void aBurstIsToldOnceWithWhatHasChanged() throws Exception {
        write("server.js");
        write("lib/deep/x.js");
        write("node_modules/ws/index.js");
        write(".git/refs/main");
        write("my_env/x.py");
        write("server.js~");
        Files.move(write("scratch.tmp2"), folder.resolve("lib/moved.js"));
        assertEquals(paths("lib/deep/x.js", "lib/moved.js", "server.js"), next());
        assertTrue(told.isEmpty());
    }

    @Test
    void onMacosTheFilesAreLookedThrough() throws Exception {
        watch.close();
        watch = FolderWatch.start(new FunctionFolder(folder), Ticker.system(), told::add, HostSystem.MAC);
        write("lib/deep/x.js");
        write("node_modules/ws/index.js");
        assertEquals(paths("lib/deep/x.js"), next());
    }

    @Test
    void directoriesThatComeAndGoAreFollowed() throws Exception {
        Files.createDirectories(folder.resolve("new/inner"));
        // The inner one is told too if the outer one was watched before it came.
        assertTrue(next().contains(Path.of("new")));
        write("new/inner/x.js");
        assertEquals(paths("new/inner/x.js"), next());
        Files.delete(folder.resolve("new/inner/x.js"));
        Files.delete(folder.resolve("new/inner"));
        assertTrue(next().containsAll(paths("new/inner", "new/inner/x.js")));
        Files.createDirectory(folder.resolve("new/inner"));
        next();
        write("new/inner/y.js");
        assertEquals(paths("new/inner/y.js"), next());
    }

    @Test
    void theFolderItselfMayGoAndComeBack() throws Exception {
        Path aside = directory.resolve("aside");
        Files.move(folder, aside);
        delete(aside);
        // Gone is gone only when the system has said so; the first change after that is found in any case.
        Files.createDirectory(folder);
        Set<Path> seen = next();
        while (!seen.contains(Path.of("again.js"))) {
            write("again.js");
            seen = next();
        }
        assertFalse(seen.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.swp", ".a.js.swp", "4913", "a.js~", "#a.js#", "a.js___jb_tmp___", ".DS_Store", "x.log"})
    void whatEditorsAndProgramsLeaveDoesNotCount(String name) {
        assertTrue(WatchRules.ignores(folder.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {".env", ".env.local", "scf_bootstrap", "data.json", "ws_java.jar", "vendor/x.php"})
    void whatBelongsToTheFunctionCounts(String name) {
        assertFalse(WatchRules.ignores(folder.resolve(name)));
    }

    private Path write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), name + System.nanoTime());
    }

    private static void delete(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Set<Path> paths(String... names) {
        return Set.of(names).stream().map(Path::of).collect(java.util.stream.Collectors.toSet());
    }

    private Set<Path> next() throws InterruptedException {
        Set<Path> paths = told.poll(10, TimeUnit.SECONDS);
        return paths == null ? Set.of() : paths;
    }
}
