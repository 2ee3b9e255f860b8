package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.app.WindowUnavailableException;
import io.scflocal.app.settings.UserDirectories;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.Isolation;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<RunOptions> runs = new ArrayList<>();
    private final List<Optional<Path>> windows = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void runsWithThePlatformsDefaults() throws Exception {
        assertEquals(0, run());
        assertEquals(
                List.of(RunOptions.defaults(
                        new FunctionFolder(folder),
                        CaptureOptions.under(UserDirectories.ofSystem().captures()))),
                runs);
    }

    @Test
    void readsEveryOption() throws Exception {
        int status = run(
                "--port",
                "8100",
                "--idle-timeout=2",
                "--timeout",
                "30",
                "--init-timeout",
                "3",
                "--captures",
                folder.resolve("kept").toString(),
                "--capture-quota",
                "4GB",
                "--capture-payload",
                "512kb",
                "--memory",
                "64",
                "--concurrency",
                "100",
                "--isolation",
                "sandbox",
                "--max-instances",
                "20",
                "--interpreter",
                "python310=" + program(),
                "--reload",
                "drain",
                "--debug-port",
                "9300",
                "--env",
                "A=1",
                "--env",
                "B_2=x=y, z",
                "--json",
                "--frames");
        assertEquals(0, status, err());
        RunOptions options = runs.get(0);
        assertEquals(8100, options.port());
        assertEquals(Duration.ofSeconds(2), options.timeouts().idle());
        assertEquals(Duration.ofSeconds(30), options.timeouts().execution());
        assertEquals(Duration.ofSeconds(3), options.timeouts().init());
        assertEquals(64, options.settings().memoryMb());
        assertEquals(100, options.settings().concurrency());
        assertEquals(
                InstanceOptions.DEFAULT
                        .withHousehold(UserDirectories.ofSystem().household())
                        .withIsolation(Isolation.SANDBOX)
                        .withMaxInstances(20)
                        .withReload(ReloadMode.DRAIN)
                        .withInterpreters(new InterpreterChoices(Map.of("python310", program())))
                        .withDebugPort(OptionalInt.of(9300))
                        .withHousehold(UserDirectories.ofSystem().household()),
                options.instances());
        assertEquals(Map.of("A", "1", "B_2", "x=y, z"), options.settings().environment());
        assertEquals(
                new CaptureOptions(folder.resolve("kept"), new CaptureLimits(4L << 30, 512 << 10)), options.captures());
        assertTrue(options.json() && options.frames());
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536, from 0 to 65535",
        "--port, x, from 0 to 65535",
        "--port, -1, from 0 to 65535",
        "--idle-timeout, 0, from 1 to 7200",
        "--idle-timeout, 7201, from 1 to 7200",
        "--timeout, 901, from 1 to 900",
        "--timeout, 1.5, from 1 to 900",
        "--init-timeout, 2, from 3 to 300",
        "--memory, 3200, from 64 to 3072",
        "--memory, 100, multiple of 128",
        "--capture-quota, 100MB, from 512MB to 1024TB with its unit",
        "--capture-quota, 4, such as 500MB or 4GB",
        "--capture-payload, 49MB, from 0MB to 48MB",
        "--concurrency, 101, from 1 to 100",
        "--concurrency, 99999999999, from 1 to 100",
        "--isolation, docker, 'auto, sandbox or none'",
        "--max-instances, 0, from 1 to 200",
        "--env, A, NAME=VALUE",
        "--env, 1A=x, letter first",
        "--env, =x, letter first",
        "--env, SCF_X=1, begin with SCF_",
        "--env, TENCENTCLOUD_REGION=1, begin with TENCENTCLOUD_",
        "--interpreter, node, NAME=PATH",
        "--interpreter, ruby=/bin/sh, python",
        "--interpreter, node=/no/such/node, no program /no/such/node",
        "--lang, fr, en or zh",
        "--colour, x, no option --colour",
    })
    void refusesAWrongValueAndNamesTheRule(String option, String value, String rule) throws Exception {
        assertRefused(rule, "run", folder.toString(), option, value);
    }

    private static Path program() {
        return ProcessHandle.current().info().command().map(Path::of).orElseThrow();
    }

    @Test
    void refusesMoreVariablesThanTheCloudTakes() throws Exception {
        assertRefused("4097 bytes", "run", folder.toString(), "--env", "A=" + "x".repeat(4096));
        assertEquals(0, run("--env", "A=" + "x".repeat(4095)));
    }

    @Test
    void refusesAFolderThatMayNotBeRead() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "this user may read everything");
        assertRefused("not read the folder " + closed, "run", closed.toString());
    }

    @Test
    void refusesAFolderThatDoesNotExist() throws Exception {
        assertRefused("no folder /no/such", "run", "/no/such");
        assertRefused("no folder /no/such", "/no/such");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws Exception {
        assertRefused(
                "no folder", "run", Files.createFile(folder.resolve("file")).toString());
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        assertRefused("scf-local run <folder>", "run");
        assertRefused("Which function? Give the folder that holds scf_bootstrap: scf-local check <folder>.", "check");
        assertRefused("needs a value", "run", folder.toString(), "--port");
        assertRefused("needs a value", "run", folder.toString(), "--port", "--json");
        assertRefused("given twice", "run", folder.toString(), "--port", "1", "--port", "2");
        assertRefused("one argument too many", "run", folder.toString(), "other");
    }

    @Test
    void speaksChineseWhenAskedTo() throws Exception {
        assertEquals(2, execute("run", "/no/such", "--lang", "zh"));
        assertEquals("scf-local：目录 /no/such 不存在。\n", err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helps(String option) throws Exception {
        assertEquals(0, execute(option, "--lang=en"));
        assertTrue(out().contains("Usage: scf-local"), out());
        assertTrue(out().contains("Exit status"), out());
    }

    @Test
    void helpsWithTheCommand() throws Exception {
        assertEquals(0, execute("run", "--help", "--lang=en"));
        assertTrue(out().contains("--idle-timeout"), out());
        assertTrue(runs.isEmpty());
    }

    @Test
    void helpsWithoutHyphens() throws Exception {
        assertEquals(0, execute("help", "--lang=en"));
        assertTrue(out().contains("Usage: scf-local ["), out());
        assertEquals(0, execute("help", "check", "--lang=en"));
        assertTrue(out().contains("Usage: scf-local check "), out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "version"})
    void tellsItsVersion(String argument) throws Exception {
        assertEquals(0, execute(argument));
        assertTrue(out().startsWith("SCF Local "), out());
    }

    @Test
    void opensTheWindowWithAndWithoutAFolder() throws Exception {
        assertEquals(0, execute());
        assertEquals(0, execute(folder.toString()));
        assertEquals(List.of(Optional.empty(), Optional.of(folder)), windows);
        assertTrue(runs.isEmpty());
    }

    @Test
    void runsTheFolderWithoutAWindowWhereThereIsNoDisplay() throws Exception {
        CommandLineInterface cli = new CommandLineInterface(
                (path, language) -> {
                    throw new WindowUnavailableException(WindowUnavailableException.Reason.LIBRARIES_MISSING);
                },
                () -> folder,
                terminal(),
                (options, messages) -> {
                    runs.add(options);
                    return 0;
                });
        assertEquals(0, cli.execute(folder.toString(), "--lang", "en"));
        RunOptions options = RunOptions.defaults(
                new FunctionFolder(folder),
                CaptureOptions.under(UserDirectories.ofSystem().captures()));
        assertEquals(List.of(options), runs);
        assertTrue(err().contains("libgtk-3-0"), err());
        assertEquals(1, err().lines().count());
    }

    private void assertRefused(String why, String... arguments) throws Exception {
        err.reset();
        String[] english = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        english[arguments.length] = "--lang=en";
        boolean language = List.of(arguments).contains("--lang");
        assertEquals(2, execute(language ? arguments : english));
        assertTrue(err().contains(why), err());
        assertEquals(1, err().lines().count(), err());
        assertEquals("", out());
        assertTrue(runs.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "config", "env", "serverless"})
    void saysThatItsOutputCouldNotBeWritten(String command) throws Exception {
        Terminal full = new Terminal(
                new PrintStream(new BufferedOutputStream(new FullDisk())),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false);
        CommandLineInterface cli =
                new CommandLineInterface((path, language) -> windows.add(path), () -> folder, full, (o, m) -> 0);
        assertEquals(1, cli.execute(command, folder.toString(), "--lang=en"));
        assertTrue(err().contains("standard output could not be written"), err());
    }

    /** As /dev/full is. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private int run(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", folder.toString(), "--lang=en"));
        arguments.addAll(List.of(options));
        return execute(arguments.toArray(new String[0]));
    }

    private int execute(String... arguments) throws Exception {
        CommandLineInterface cli = new CommandLineInterface(
                (path, language) -> windows.add(path), () -> folder, terminal(), (options, messages) -> {
                    runs.add(options);
                    return 0;
                });
        int status = cli.execute(arguments);
        assertFalse(err().contains("Exception"), err());
        return status;
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
