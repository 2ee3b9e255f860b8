package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.time.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real interpreters that are started to be debugged. */
@Timeout(60)
class DebugSetupTest {
    private static final String PYTHON = "#!/bin/bash\nexec /var/lang/python311/bin/python3.11 server.py\n";

    private FunctionFixture function;
    private int port;

    @BeforeEach
    void setUp(@TempDir Path folder) throws IOException {
        function = new FunctionFixture(folder);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        function.debugPort = OptionalInt.of(port);
    }

    @AfterEach
    void tearDown() {
        function.close();
    }

    @Test
    void pythonWithoutDebugpyIsRefusedWithTheReason() throws Exception {
        FunctionFixture.needs("python3");
        // Stands before one that may be installed.
        Files.writeString(function.folder.resolve("debugpy.py"), "raise ImportError('not installed')\n");
        StartFailure failure = function.script(PYTHON).failure(StartProblem.NO_DEBUGPY);
        assertTrue(
                failure.details().get(0).contains("python"), failure.details().get(0));
    }

    @Test
    void pythonListensInItsFirstProcessAndRunsWhatWeHide() throws Exception {
        FunctionFixture.needs("python3");
        Files.writeString(
                function.folder.resolve("debugpy.py"),
                """
                import os, socket, subprocess, sys
                def listen(address):
                    global listener
                    listener = socket.socket()
                    listener.bind(address)
                    listener.listen(1)
                    subprocess.run([sys.executable, '-c', 'print("child", "debugpy" in __import__("sys").modules)'])
                """);
        Files.writeString(function.folder.resolve("sitecustomize.py"), "print('the user\\'s own', flush=True)");
        Instance instance = function.script(PYTHON).launch();
        assertEquals(OptionalInt.of(port), instance.debugPort());
        Await.until("output", () -> function.lines.contains("listening"));
        assertEquals(List.of("the user's own", "child False", "the user's own", "listening"), function.lines);
    }

    @Test
    void nodeListensAlsoBehindAPackageManagerAndKeepsItsOptions() throws Exception {
        FunctionFixture.needs("npm");
        function.settings = function.settings.withEnvironment(java.util.Map.of("NODE_OPTIONS", "--no-warnings"));
        Files.writeString(function.folder.resolve("package.json"), "{\"scripts\": {\"start\": \"node server.js\"}}");
        Files.writeString(
                function.folder.resolve("server.js"),
                "console.log(require('inspector').url(), process.env.NODE_OPTIONS);"
                        + Files.readString(function.folder.resolve("server.js")));
        Instance instance =
                function.script("#!/bin/bash\nexec npm start --silent\n").launch();
        assertEquals(OptionalInt.of(port), instance.debugPort());
        Await.until("output", () -> function.lines.stream()
                .anyMatch(line -> line.matches("ws://127.0.0.1:" + port + "/\\S+ --no-warnings")));
    }

    @Test
    void twoInstancesHaveTwoPortsAndAPortIsUsedAgain() throws Exception {
        DebugPorts ports = new DebugPorts();
        int first = ports.take(port);
        int second = ports.take(port);
        assertTrue(second > first);
        ports.giveBack(first);
        assertEquals(first, ports.take(port));
    }

    @Test
    void whatCanNotBeDebuggedHasNoPort() throws Exception {
        FunctionFixture.needs("python3");
        Instance instance = function.script("#!/bin/bash\nexec env -u SCF_LOCAL_DEBUG python3 server.py\n")
                .launch();
        assertEquals(OptionalInt.empty(), instance.debugPort());
    }
}
