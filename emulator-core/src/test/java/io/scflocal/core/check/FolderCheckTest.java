package io.scflocal.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderCheckTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void emptyFolder() throws IOException {
        folder = Files.createDirectory(directory.resolve("function"));
    }

    @Test
    void theSamplesHaveNoFindingButTheRightOne() throws IOException {
        assertEquals(List.of(), sample("ws_node", "node_modules/ws/index.js"));
        assertEquals(List.of(), sample("ws_python", "packages/websockets/__init__.py"));
        assertEquals(List.of(), sample("ws_java", "ws_java.jar"));
        assertEquals(
                List.of("SHARED_IN_MEMORY server.js:8 [members]"), sample("chat_room", "node_modules/ws/index.js"));
    }

    @Test
    void aSharedRoomIsNoFindingWhereConnectionsShareAnInstance() throws IOException {
        Path copy = copyOf("chat_room", "node_modules/ws/index.js");
        FunctionSettings shared = FunctionSettings.defaults("chat_room").withConcurrency(100);
        assertEquals(
                List.of(),
                FolderCheck.run(new FunctionFolder(copy), shared, () -> false).findings());
    }

    @Test
    void aDependencyOutsideOfTheFolderIsTold() throws IOException {
        Path copy = copyOf("ws_node", "README.md");
        Files.createDirectories(copy.resolve("node_modules"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/ws"));
        Files.createSymbolicLink(copy.resolve("node_modules/ws"), elsewhere);
        assertEquals(
                List.of("NODE_MODULES_OUTSIDE package.json:12 [ws, 1]"),
                shown(FolderCheck.run(new FunctionFolder(copy), FunctionSettings.defaults("ws_node"), () -> false)));
        Files.delete(copy.resolve("node_modules/ws"));
        Path within = Files.createDirectories(copy.resolve("lib/ws"));
        Files.createSymbolicLink(copy.resolve("node_modules/ws"), within);
        assertEquals(
                List.of(),
                shown(FolderCheck.run(new FunctionFolder(copy), FunctionSettings.defaults("ws_node"), () -> false)));
    }

    @Test
    void aSampleThatWasNotInstalledIsTold() throws IOException {
        assertEquals(List.of("NODE_MODULES_MISSING package.json:12 [ws, 1]"), sample("ws_node", "README.md"));
        assertEquals(
                List.of("PYTHON_PACKAGES_MISSING requirements.txt:1 [websockets, 1, packages]"),
                sample("ws_python", "README.md"));
        assertEquals(List.of("ENTRY_FILE_MISSING scf_bootstrap:2 [ws_java.jar]"), sample("ws_java", "README.md"));
    }

    @Test
    void everyFaultOfAStartFileIsToldAtOnce() throws IOException {
        start("\ufeff#!/bin/bash\r\nnode app.js\r\n", "rw-r--r--");
        write("app.js", "");
        assertEquals(
                List.of(
                        "NOT_EXECUTABLE scf_bootstrap [644]",
                        "WINDOWS_LINE_ENDINGS scf_bootstrap:1 [2]",
                        "BYTE_ORDER_MARK scf_bootstrap:1 []",
                        "BARE_INTERPRETER scf_bootstrap:2 [node, /var/lang/node20/bin/node]"),
                findings());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "#!/bin/bash\\n/var/lang/node12/bin/node app.js, NO_FINAL_NEWLINE scf_bootstrap:2 []",
                "#!/usr/bin/env bash \\n/var/lang/node12/bin/node app.js\\n, TRAILING_BLANKS scf_bootstrap:1 []",
                "#!/bin/sh\\nexec /var/lang/node12/bin/node app.js\\n, ",
                "#!/var/lang/node12/bin/node\\nrequire('http')\\n, ",
                "#!/bin/bash\\nnode app.js\\n, \"BARE_INTERPRETER scf_bootstrap:2 [node, /var/lang/node20/bin/node]\"",
                "#!/bin/bash\\nnpm start\\n, \"BARE_INTERPRETER scf_bootstrap:2 [npm, /var/lang/node20/bin/npm]\"",
                "#!/bin/bash\\nSERVERLESS=1 /var/lang/node12/bin/node ./dist/main.js\\n, ",
                "#!/bin/bash\\n./go_binary\\n, ",
                "#!/bin/bash\\nexport PATH=/var/lang/node20/bin:$PATH\\nnode app.js\\n, ",
                "#!/bin/bash\\nexport PORT=9000\\n/var/lang/node12/bin/node app.js\\n, ",
                "#!/bin/bash\\nJAVA_COMMAND=/var/lang/java11/bin/java; $JAVA_COMMAND -jar x.jar\\n, ",
                "#!/bin/bash\\nif [ -f /var/lang/python39/bin/python3.9 ]; then\\n/var/lang/python39/bin/python3.9 app.py\\nelse\\n/var/lang/python310/bin/python3.10 app.py\\nfi\\n, ",
                "#!/bin/bash\\ncd \"$(dirname \"$0\")\" && exec /var/lang/node12/bin/node app.js\\n, ",
                "#!/bin/bash\\ncd dist\\n/var/lang/node12/bin/node main\\n, ",
                "#!/bin/bash\\n/var/lang/node12/bin/node gone.js\\n, ENTRY_FILE_MISSING scf_bootstrap:2 [gone.js]",
                "#!/bin/bash\\n/var/lang/node13/bin/node app.js\\n, \"UNKNOWN_INTERPRETER scf_bootstrap:2 [/var/lang/node13/bin/node, /var/lang/node14/bin/node]\"",
                "#!/bin/bash\\n/usr/bin/python3 -u app.py\\n, \"HOST_INTERPRETER scf_bootstrap:2 [/usr/bin/python3, /var/lang/python310/bin/python3.10]\"",
                "const http = require('http')\\n, NO_SHEBANG scf_bootstrap:1 [const http = require('http')]",
                "#!/bin/bash\\n/var/lang/node12/bin/node \\\\ \\n  app.js\\n, BLANKS_AFTER_BACKSLASH scf_bootstrap:2 []",
            })
    void theShapesOfPublicFunctionsAreUnderstood(String script, String expected) throws IOException {
        start(script.replace("\\\\", "\u0000").replace("\\n", "\n").replace("\u0000", "\\"), "rwxr-xr-x");
        write("package.json", "{\"scripts\": {\"start\": \"node app.js\"}}");
        for (String file : List.of("app.js", "app.py", "dist/main.js", "x.jar", "go_binary")) {
            write(file, "");
        }
        Files.setPosixFilePermissions(folder.resolve("go_binary"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(expected == null ? List.of() : List.of(expected), findings());
    }

    @Test
    void aStartFileOfAnotherNameOrPlaceIsFound() throws IOException {
        assertEquals(List.of("START_FILE_MISSING scf_bootstrap []"), findings());
        write("src/scf_bootstrap", "");
        assertEquals(List.of("START_FILE_MISPLACED src/scf_bootstrap [src/scf_bootstrap]"), findings());
        Files.delete(folder.resolve("src/scf_bootstrap"));
        write("scf_bootstrap.sh", "");
        assertEquals(List.of("START_FILE_MISNAMED scf_bootstrap.sh [scf_bootstrap.sh]"), findings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.listen(3000)|WRONG_PORT app.js:1 [3000]",
                "server.listen(9000, '127.0.0.1')|LOOPBACK_ONLY app.js:1 [127.0.0.1]",
                "server.listen(9000)|",
                "server.listen(process.env.PORT || 3000)|PORT_FROM_VARIABLE app.js:1 [PORT, 3000]",
                "server.listen(process.env.PORT || 9000)|",
                "new WebSocket.Server({ host: 'localhost', port: 9000 })|LOOPBACK_ONLY app.js:1 [localhost]",
                "const PORT = 8080;\\nnew WebSocketServer({ port: PORT })|WRONG_PORT app.js:2 [8080]",
                "// server.listen(3000)|",
                "app.listen(9000); metrics.listen(9100, '127.0.0.1')|",
                "fs.writeFileSync('./data.json', text)|WRITES_OUTSIDE_TMP app.js:1 [./data.json]",
                "fs.writeFileSync('/tmp/data.json', text)|",
                "const redis = new Redis({ host: '127.0.0.1', port: 6379 })|",
            })
    void javaScriptIsLookedInto(String source, String expected) throws IOException {
        start("#!/bin/bash\n/var/lang/node20/bin/node app.js\n", "rwxr-xr-x");
        write("app.js", source.replace("\\n", "\n") + "\n");
        write("node_modules/lib/index.js", "server.listen(1234, 'localhost')");
        assertEquals(expected == null ? List.of() : List.of(expected), findings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "websockets.serve(echo, \"0.0.0.0\", 8765)|WRONG_PORT app.py:1 [8765]",
                "websockets.serve(echo, \"localhost\", 9000)|LOOPBACK_ONLY app.py:1 [localhost]",
                "app.run(host='0.0.0.0', port=9000)|",
                "uvicorn.run(app, port=int(os.environ.get('PORT', 8000)))|PORT_FROM_VARIABLE app.py:1 [PORT, 8000]",
                "asyncio.run(main())|",
                "open('log.txt', 'a')|WRITES_OUTSIDE_TMP app.py:1 [log.txt]",
                "open('config.json', 'r')|",
            })
    void pythonIsLookedInto(String source, String expected) throws IOException {
        start("#!/bin/bash\n/var/lang/python310/bin/python3.10 -u app.py\n", "rwxr-xr-x");
        write("app.py", source + "\n");
        assertEquals(expected == null ? List.of() : List.of(expected), findings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const rooms = {};\nwss.on('connection', ws => {\n  rooms[id] = ws;\n  ws.on('message', m => {\n    for (const id in rooms) rooms[id].send(m);\n  });\n});\n",
                "wss.on('connection', ws => {\n  ws.on('message', m => {\n    wss.clients.forEach(c => c.send(m));\n  });\n});\n",
                "let sockets = [];\nfunction all(m) { sockets.forEach(s => s.send(m)); }\nwss.on('connection', ws => {\n  sockets.push(ws);\n  ws.on('message', all);\n});\n",
            })
    void theChatRoomMistakeIsSeenInItsShapes(String source) throws IOException {
        start("#!/bin/bash\n/var/lang/node20/bin/node app.js\n", "rwxr-xr-x");
        write("app.js", source);
        List<String> found = findings();
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).startsWith("SHARED_IN_MEMORY app.js:"), found::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const parts = [];\nwss.on('connection', ws => {\n  const mine = [];\n  ws.on('message', m => { mine.push(m); for (const x of mine) ws.send(x); });\n});\n",
                "setInterval(() => wss.clients.forEach(c => c.ping()), 1000);\nwss.on('connection', ws => ws.on('message', m => ws.send(m)));\n",
                "const sessions = new Map();\nwss.on('connection', ws => {\n  sessions.set(ws, {});\n  ws.on('message', m => ws.send(sessions.get(ws)));\n});\n",
            })
    void stateOfOneConnectionIsNoFinding(String source) throws IOException {
        start("#!/bin/bash\n/var/lang/node20/bin/node app.js\n", "rwxr-xr-x");
        write("app.js", source);
        assertEquals(List.of(), findings());
    }

    @Test
    void variablesAreLookedAtAsTheCloudDoes() throws IOException {
        start("#!/bin/bash\n", "rwxr-xr-x");
        FunctionSettings settings = FunctionSettings.defaults("f")
                .withEnvironment(Map.of("SCF_X", "1", "9LIVES", "1", "BIG", "x".repeat(5000)));
        assertEquals(
                List.of(
                        "VARIABLE_NAME  [9LIVES]",
                        "VARIABLE_RESERVED  [SCF_X, SCF_]",
                        "ENVIRONMENT_TOO_LARGE  [5016, 4096]"),
                shown(FolderCheck.run(new FunctionFolder(folder), settings, () -> false)));
    }

    @Test
    void whatPassedIsToldToo() throws IOException {
        start("#!/bin/bash\n/var/lang/node20/bin/node app.js\n", "rwxr-xr-x");
        write("app.js", "server.listen(9000)\n");
        CheckReport report = report();
        assertTrue(report.passed().containsAll(List.of(Subject.EXECUTABLE, Subject.LINE_ENDINGS, Subject.LISTENING)));
        assertEquals(List.of(), report.findings());
    }

    @Test
    void aCheckCanBeGivenUp() throws IOException {
        start("#!/bin/bash\n", "rwxr-xr-x");
        assertThrows(
                CancellationException.class,
                () -> FolderCheck.run(new FunctionFolder(folder), FunctionSettings.defaults("f"), () -> true));
    }

    private List<String> sample(String name, String installed) throws IOException {
        return shown(FolderCheck.run(
                new FunctionFolder(copyOf(name, installed)), FunctionSettings.defaults(name), () -> false));
    }

    /** The sample's own files, without what an installation has left there, and with one file that stands for it. */
    private Path copyOf(String name, String installed) throws IOException {
        Path source = SAMPLES.resolve(name);
        Path copy = Files.createDirectories(directory.resolve(name + "-" + installed.hashCode()));
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (List.of("node_modules", "packages", "target", "__pycache__")
                        .contains(from.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(source.relativize(from).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.toString().endsWith(".jar")) {
                    Files.copy(
                            file,
                            copy.resolve(source.relativize(file).toString()),
                            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Path stand = copy.resolve(installed);
        Files.createDirectories(stand.getParent());
        Files.writeString(stand, "");
        return copy;
    }

    private void start(String script, String permissions) throws IOException {
        write("scf_bootstrap", script);
        Files.setPosixFilePermissions(folder.resolve("scf_bootstrap"), PosixFilePermissions.fromString(permissions));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CheckReport report() throws IOException {
        return FolderCheck.run(new FunctionFolder(folder), FunctionSettings.defaults("f"), () -> false);
    }

    private List<String> findings() throws IOException {
        return shown(report());
    }

    private static List<String> shown(CheckReport report) {
        return report.findings().stream()
                .map(finding -> finding.kind() + " " + finding.place() + " " + finding.arguments())
                .toList();
    }
}
