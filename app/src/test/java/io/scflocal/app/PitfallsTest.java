package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.platform.Timeouts;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people stumble over when they start a function, each with the sentence that they read. Plain processes. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "start files need a shell")
class PitfallsTest {
    private static final PlatformTexts ENGLISH = new PlatformTexts(Messages.in(Language.ENGLISH));
    private static final String LISTEN =
            "exec python3 -c \"import socket, time; s = socket.create_server(('ADDRESS', PORT)); time.sleep(99)\"";

    @TempDir
    Path directory;

    private Path folder;
    private int port;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs /bin/bash");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs python3");
        folder = Files.createDirectory(directory.resolve("function"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CRLF           | rwxr-xr-x | #!/bin/bash@true~@ | 445 | Line 2 of scf_bootstrap ends in the Windows way (CRLF); Linux then looks for an interpreter whose name ends in a carriage return.
                    BOM            | rwxr-xr-x | \ufeff#!/bin/bash@ | 445 | scf_bootstrap begins with an invisible byte order mark, so Linux does not recognise its first line.
                    no execute bit | rw-r--r-- | #!/bin/bash@ | 445 | The start file FOLDER/scf_bootstrap has no execute permission; the cloud refuses to start it.
                    no shebang     | rwxr-xr-x | node app.js@ | 445 | The first line of scf_bootstrap names no interpreter: "node app.js".
                    wrong port     | rwxr-xr-x | #!/bin/bash@ELSEWHERE | 446 | The function listens on port OTHER, but not on port 9000, which is the only one the cloud connects to; it was given 1 s.
                    exits at once  | rwxr-xr-x | #!/bin/bash@printf 'no newline'; exit 3 | 405 | The function ended with exit status 3 before anything listened on port 9000.
                    never binds    | rwxr-xr-x | #!/bin/bash@sleep 99@ | 446 | The function is running, but nothing listened on port 9000 within the initialisation timeout of 1 s.
                    """)
    void saysWhatIsWrong(String pitfall, String mode, String script, int status, String sentence) throws Exception {
        int other;
        try (ServerSocket free = new ServerSocket(0)) {
            other = free.getLocalPort();
        }
        String elsewhere = LISTEN.replace("ADDRESS", "0.0.0.0").replace("PORT", Integer.toString(other));
        startFile(script.replace('@', '\n').replace('~', '\r').replace("ELSEWHERE", elsewhere), mode);
        try (Emulator emulator = emulator(Duration.ofSeconds(1))) {
            StartFailure failure = assertThrows(StartFailure.class, emulator::start);
            assertEquals(status, failure.status().code());
            assertEquals(
                    sentence.replace("FOLDER", folder.toString()).replace("OTHER", Integer.toString(other)),
                    ENGLISH.problem(failure));
            assertTrue(!script.contains("printf") || failure.lastOutput().contains("no newline"));
        }
    }

    @Test
    void saysThatAServerOnTheLoopbackAddressFailsInTheCloud() throws Exception {
        startFile(
                "#!/bin/bash\n" + LISTEN.replace("ADDRESS", "127.0.0.1").replace("PORT", Integer.toString(port)),
                "rwxr-xr-x");
        try (Emulator emulator = emulator()) {
            assertEquals(
                    "Instance A listens on port " + port
                            + " of 127.0.0.1 only; that works here and fails in the cloud with 446.",
                    noticeAtStart(emulator, InstanceNotice.Kind.LOOPBACK_ONLY));
        }
    }

    @Test
    void saysThatAnotherVersionRunsThanInTheCloud() throws Exception {
        assumeTrue(!Files.exists(Path.of("/var/lang")), "this machine has the platform's interpreters");
        Path node = folder.resolve("node");
        Files.writeString(
                node,
                "#!/bin/bash\n[ \"$1\" = --version ] && echo v99.1.0 && exit\n"
                        + LISTEN.replace("ADDRESS", "0.0.0.0").replace("PORT", Integer.toString(port)));
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
        startFile("#!/bin/bash\nexec /var/lang/node18/bin/node app.js\n", "rwxr-xr-x");
        try (Emulator emulator = emulator()) {
            emulator.setInstanceOptions(
                    emulator.instanceOptions().withInterpreters(new InterpreterChoices(Map.of("node", node))));
            assertEquals(
                    "The cloud runs Node.js 18.15; here 99.1.0 runs (" + node + ").",
                    noticeAtStart(emulator, InstanceNotice.Kind.INTERPRETER_VERSION));
        }
    }

    private static String noticeAtStart(Emulator emulator, InstanceNotice.Kind kind) throws StartFailure {
        emulator.start();
        return emulator.instanceNotices().stream()
                .filter(known -> known.kind() == kind)
                .findFirst()
                .map(ENGLISH::notice)
                .orElse("nothing is noticed");
    }

    private void startFile(String text, String mode) throws IOException {
        Path file = folder.resolve("scf_bootstrap");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private Emulator emulator() throws IOException {
        return emulator(Duration.ofSeconds(20));
    }

    private Emulator emulator(Duration init) throws IOException {
        Timeouts timeouts = new Timeouts(Timeouts.DEFAULT.idle(), Timeouts.DEFAULT.execution(), init);
        return Emulator.open(
                new FunctionFolder(folder),
                new EmulatorOptions(
                                0,
                                port,
                                EmulatorOptions.DEFAULT_STAGE,
                                CaptureOptions.under(directory.resolve("captures")),
                                FunctionSettings.defaults("pitfall"),
                                timeouts)
                        .withInstances(InstanceOptions.DEFAULT.withIsolation(Isolation.NONE)));
    }
}
