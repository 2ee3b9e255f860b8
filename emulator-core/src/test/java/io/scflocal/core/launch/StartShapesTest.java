package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.port.PortOwner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shape of start file that was seen in public functions: it starts, or is refused with the right reason. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class StartShapesTest {
    private FunctionFixture function;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException {
        FunctionFixture.needs("bash");
        assumeFalse(Files.exists(Path.of("/var/lang")), "this machine has the platform's interpreters");
        function = new FunctionFixture(directory);
    }

    @AfterEach
    void stop() {
        function.close();
        assertEquals(List.of(), function.leftovers());
    }

    /** {@code @} is a line's end; the last column is what is stood in for, without {@code /var/lang/}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no final newline       | node    | !/bin/bash@/var/lang/node12/bin/node server.js | node12/bin/node
                    env                    | node    | !/usr/bin/env bash@/var/lang/node18/bin/node server.js@ | node18/bin/node
                    env, trailing space    | python3 | !/usr/bin/env bash @python3 server.py@ |
                    sh                     | python3 | !/bin/sh@exec python3 server.py@ |
                    JavaScript             | node    | !/var/lang/node12/bin/node@require('./server.js') | node12/bin/node
                    Python                 | python3 | !/var/lang/python311/bin/python3.11 -u@exec(open('server.py').read()) | python311/bin/python3.11
                    bare node              | node    | !/bin/bash@node server.js |
                    npm start              | npm     | !/bin/bash@npm start@ |
                    npm of the platform    | npm     | !/bin/bash@/var/lang/node16/bin/npm start@ | node16/bin/npm
                    variable before        | node    | !/bin/bash@SERVERLESS=1 /var/lang/node12/bin/node ./dist/main.js@ | node12/bin/node
                    own binary             | python3 | !/bin/bash@./go_binary@ |
                    search path            | node    | !/bin/bash@export PATH=/var/lang/node20/bin:$PATH@node server.js@ | node20/bin/node
                    third_party            | python3 | !/bin/bash@export PYTHONPATH=./third_party:$PYTHONPATH@/var/lang/python39/bin/python3 -c 'import served' | python39/bin/python3
                    its own PORT           | node    | !/bin/bash@export PORT=9000@/var/lang/node12/bin/node server.js@ | node12/bin/node
                    the version that is there | python3 | !/bin/bash@if [ -f /var/lang/python39/bin/python3.9 ]; then /var/lang/python39/bin/python3.9 server.py; else /var/lang/python310/bin/python3.10 server.py; fi@ | python39/bin/python3.9,python310/bin/python3.10
                    Java in a variable     | java    | !/bin/bash@JAVA_COMMAND=/var/lang/java11/bin/java; $JAVA_COMMAND -jar x.jar@ | java11/bin/java
                    directory in a variable | node   | !/bin/bash@N="/var/lang/node18"@"$N"/bin/node server.js | node18/bin/node
                    its own directory      | python3 | !/bin/bash@cd $(dirname "$0") && /var/lang/python37/bin/python3.7 server.py | python37/bin/python3.7
                    """)
    void starts(String shape, String program, String script, String mapped) throws Exception {
        FunctionFixture.needs(program);
        fill();
        String text = "#" + script.replace('@', '\n');
        Instance instance = function.script(text).launch();
        assertTrue(PortOwner.accepts(instance.address()));
        List<InterpreterMapping> mappings = instance.mappings();
        assertEquals(
                mapped == null ? "" : "/var/lang/" + mapped.replace(",", ",/var/lang/"),
                String.join(
                        ",",
                        mappings.stream().map(InterpreterMapping::platformPath).toList()));
        assertTrue(mappings.stream().allMatch(mapping -> Files.isExecutable(Path.of(mapping.localPath()))));
        assertEquals(
                text, Files.readString(function.folder.resolve("scf_bootstrap")), "the user's file stays as it is");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the vendor's Python demo | node | rwxr-xr-x | #!/bin/bash@/var/lang/node12/bin/node app.js@ | EXITED_BEFORE_READY | 1
                    mode 0644         | bash | rw-r--r-- | #!/bin/bash@node server.js@                   | NOT_EXECUTABLE | FOLDER/scf_bootstrap
                    no shebang        | bash | rwxr-xr-x | require('./server.js')@                       | NO_SHEBANG | require('./server.js')
                    unknown version   | bash | rwxr-xr-x | #!/bin/bash@/var/lang/node99/bin/node x@      | EXITED_BEFORE_READY | 127
                    unknown shebang   | bash | rwxr-xr-x | #!/var/lang/node99/bin/node@                  | INTERPRETER_MISSING | /var/lang/node99/bin/node
                    binary without x  | bash | rwxr-xr-x | #!/bin/bash@./server.js@                      | EXITED_BEFORE_READY | 126
                    """)
    void isRefused(String shape, String program, String mode, String script, StartProblem problem, String detail)
            throws Exception {
        FunctionFixture.needs(program);
        Path file = function.script(script.replace('@', '\n')).folder.resolve("scf_bootstrap");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        assertEquals(
                detail.replace("FOLDER", function.folder.toString()),
                function.failure(problem).details().get(0));
    }

    private void fill() throws IOException {
        Path folder = function.folder;
        Files.createDirectory(folder.resolve("dist"));
        Files.writeString(folder.resolve("dist/main.js"), "require('../server.js')");
        Files.writeString(folder.resolve("package.json"), "{\"scripts\": {\"start\": \"node server.js\"}}");
        Files.createDirectory(folder.resolve("third_party"));
        Files.copy(folder.resolve("server.py"), folder.resolve("third_party/served.py"));
        Path binary = folder.resolve("go_binary");
        Files.writeString(binary, "#!/usr/bin/env python3\nexec(open('server.py').read())\n");
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Server.class.getName());
        String name = Server.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(folder.resolve("x.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream code = Server.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        Files.writeString(folder.resolve("port"), Integer.toString(function.port));
    }

    /** What the jar has. */
    static final class Server {
        public static void main(String[] arguments) throws IOException {
            try (ServerSocket socket = new ServerSocket(Integer.parseInt(Files.readString(Path.of("port"))))) {
                while (true) {
                    socket.accept().close();
                }
            }
        }
    }
}
