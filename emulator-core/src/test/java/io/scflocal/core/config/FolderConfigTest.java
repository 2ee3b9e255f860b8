package io.scflocal.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InterpreterChoices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderConfigTest {
    private static final String SERVERLESS =
            """
            component: scf
            stage: prod
            inputs:
              name: chat-${stage}
              src: ./
              type: web
              runtime: Nodejs16.13
              region: ap-shanghai
              memorySize: 512
              timeout: 60
              protocolType: WS
              protocolParams:
                wsParams:
                  idleTimeOut: 30
              instanceConcurrencyConfig:
                enable: true
                maxConcurrency: 10
              environment:
                variables:
                  MODE: serverless
                  SECRET: ${env:MY_SECRET}
              memorySzie: 256
              events:
                - apigw:
                    parameters:
                      environment: release
            """;

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void emptyFolder() throws IOException {
        folder = Files.createDirectories(directory.resolve("functions/chat"));
    }

    @Test
    void interpretersAreChosenByNamesOfThePlatform() throws Exception {
        write("scf-local.json", "{\"interpreters\": {\"node18\": \"bin/node\", \"ruby\": \"/usr/bin/ruby\"}}");
        ResolvedSettings settings = read();
        assertEquals(
                new InterpreterChoices(Map.of("node18", folder.resolve("bin/node"))), settings.interpreterChoices());
        assertEquals(List.of("interpreters.ruby"), settings.problems().get(0).arguments());
        new OwnFile(folder).putInterpreters(Map.of("python", "/p"));
        assertEquals(new InterpreterChoices(Map.of("python", Path.of("/p"))), read().interpreterChoices());
        ResolvedSettings over = read().withInterpreters(Map.of("python", "/q"), Origin.COMMAND_LINE);
        assertEquals(Map.of("python", Path.of("/q")), over.interpreterChoices().programs());
        new OwnFile(folder).putInterpreters(Map.of());
        assertEquals(InterpreterChoices.NONE, read().interpreterChoices());
    }

    @Test
    void aFolderWithoutFilesHasThePlatformsDefaults() {
        assertEquals(ResolvedSettings.defaults("chat"), read());
        assertEquals("chat", read().text(Setting.NAME));
        assertEquals(128, read().functionSettings().memoryMb());
    }

    @Test
    void theServerlessFrameworksFileIsRead() throws IOException {
        write("serverless.yml", SERVERLESS);
        ResolvedSettings settings = read();
        assertEquals("chat-prod", settings.text(Setting.NAME));
        assertEquals(
                new Value("512", new Origin(Origin.Source.SERVERLESS, "serverless.yml", 9)),
                settings.value(Setting.MEMORY));
        assertEquals(30, settings.timeouts().idle().toSeconds());
        assertEquals(60, settings.timeouts().execution().toSeconds());
        assertEquals(10, settings.functionSettings().concurrency());
        assertEquals(
                Map.of("MODE", "serverless", "SECRET", "s3cret"),
                settings.functionSettings().environment());
        assertEquals(List.of("UNKNOWN_KEY serverless.yml:22 [inputs.memorySzie]"), problems(settings));
    }

    @Test
    void whatIsUnknownOrWrongIsToldWithItsPlace() throws IOException {
        write(
                "serverless.yml",
                """
                inputs:
                  type: event
                  memorySize: 100
                  timeout: ${file(./t.json):timeout}
                """);
        write(".env", "A=1\nnonsense\n");
        write("scf-local.json", "{\n \"idleTimeout\": 99999,\n \"colour\": \"red\"}");
        assertEquals(
                List.of(
                        "OTHER_KIND serverless.yml:2 [inputs.type, event, web]",
                        "BAD_VALUE serverless.yml:3 [inputs.memorySize, 100, 64, 128, 256 – 3072]",
                        "UNRESOLVED serverless.yml:4 [inputs.timeout, ${file(./t.json):timeout}]",
                        "BAD_LINE .env:2 [nonsense]",
                        "BAD_VALUE scf-local.json:2 [idleTimeout, 99999, 1 – 7200]",
                        "UNKNOWN_KEY scf-local.json:3 [colour]"),
                problems(read()));
    }

    @Test
    void anExpressionThatIsNotKnownIsToldUnlessAStrongerFileGivesTheVariable() throws IOException {
        write(
                "serverless.yml",
                """
                inputs:
                  environment:
                    variables:
                      TOKEN: ${env:SCF_LOCAL_TEST_UNSET}
                      OTHER: ${env:SCF_LOCAL_TEST_UNSET}
                """);
        write("cloudbaserc.json", "{\"functions\": [{\"name\": \"chat\", \"envVariables\": {\"OTHER\": \"weaker\"}}]}");
        String other = "UNRESOLVED serverless.yml:5 [inputs.environment.variables.OTHER, ${env:SCF_LOCAL_TEST_UNSET}]";
        assertEquals(
                List.of(
                        "UNRESOLVED serverless.yml:4 [inputs.environment.variables.TOKEN, ${env:SCF_LOCAL_TEST_UNSET}]",
                        other),
                problems(read()));
        write("scf-local.json", "{\"environment\": {\"TOKEN\": \"t\"}}");
        assertEquals(List.of(other), problems(read()));
    }

    @Test
    void whatYamlNamesOnceStandsAtEachPlace() throws IOException {
        write(
                "serverless.yml",
                """
                component: &usual {A: merged, B: first}
                inputs:
                  memorySize: &size 256
                  environment:
                    variables:
                      <<: [*usual, {B: second}]
                      A: own
                      SIZE: *size
                """);
        ResolvedSettings settings = read();
        assertEquals(
                Map.of("A", "own", "B", "first"), settings.functionSettings().environment());
        assertTrue(problems(settings)
                .contains("UNRESOLVED serverless.yml:8 [inputs.environment.variables.SIZE, ${*size}]"));
    }

    @Test
    void namesWithinNamesDoNotMakeAFileEndless() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int depth = 1; depth < 12; depth++) {
            String before = "*a" + (depth - 1);
            yaml.append("a%d: &a%d [%s]\n".formatted(depth, depth, String.join(", ", Collections.nCopies(10, before))));
        }
        write("serverless.yml", yaml.toString());
        assertTrue(problems(read()).get(0).startsWith("UNREADABLE serverless.yml"));
    }

    @Test
    void brokenFilesAreToldAndDoNotHideTheOthers() throws IOException {
        write("serverless.yml", "inputs:\n  - a\n b: {");
        write("cloudbaserc.json", "{\"functions\": [{\"name\": \"chat\", \"memorySize\": 256}]}");
        ResolvedSettings settings = read();
        assertEquals(256, settings.number(Setting.MEMORY));
        assertEquals(1, settings.problems().size());
        assertTrue(problems(settings).get(0).startsWith("UNREADABLE serverless.yml"));
    }

    @Test
    void theStrongerPlaceWins() throws IOException {
        write(
                "cloudbaserc.json",
                "{\"functions\": [{\"timeout\": 1, \"memorySize\": 256, \"envVariables\": {\"MODE\": \"cloudbase\", \"C\": \"{{env.HOME}}\"}}]}");
        write("serverless.yml", SERVERLESS.replace("  memorySzie: 256\n", ""));
        write(".env", "MODE=\"dot env\" # comment\nexport MY_SECRET='from .env'\n");
        write(
                "scf-local.json",
                "{\"timeout\": 5, \"environment\": {\"OWN\": 1}, \"interpreters\": {\"/var/lang/node12/bin/node\": \"/usr/bin/node\"}}");
        ResolvedSettings settings = read().with(Setting.MEMORY, "1024", Origin.COMMAND_LINE);
        assertEquals(List.of(), settings.problems());
        assertEquals("1024", settings.text(Setting.MEMORY));
        assertEquals("5", settings.text(Setting.TIMEOUT));
        assertEquals(
                Map.of(
                        "MODE",
                        "dot env",
                        "SECRET",
                        "from .env",
                        "MY_SECRET",
                        "from .env",
                        "C",
                        "/home/somebody",
                        "OWN",
                        "1"),
                settings.functionSettings().environment());
        assertEquals("scf-local.json", settings.value(Setting.TIMEOUT).origin().file());
        assertEquals(".env:1", settings.variables().get("MODE").origin().place());
        assertEquals(
                "/usr/bin/node",
                settings.interpreters().get("/var/lang/node12/bin/node").text());
    }

    @Test
    void aProjectsFileAboveTheFolderIsReadIfItSpeaksOfIt() throws IOException {
        Files.writeString(
                directory.resolve("cloudbaserc.json"),
                "{\"functionRoot\": \"./functions\", \"functions\": [{\"name\": \"other\", \"timeout\": 7}, {\"name\": \"chat\", \"timeout\": 9}]}");
        assertEquals("9", read().text(Setting.TIMEOUT));
        assertEquals(
                "../../cloudbaserc.json", read().value(Setting.TIMEOUT).origin().file());
        Files.writeString(directory.resolve("serverless.yml"), "inputs:\n  src: ./elsewhere\n  timeout: 20\n");
        assertEquals("9", read().text(Setting.TIMEOUT));
        Files.writeString(directory.resolve("serverless.yml"), "inputs:\n  src: ./functions/chat\n  timeout: 20\n");
        assertEquals("20", read().text(Setting.TIMEOUT));
    }

    @Test
    void whatIsSetByHandIsKeptBesideWhatIsNotKnown() throws IOException {
        write("scf-local.json", "{\"later\": {\"x\": [1]}, \"memory\": 128}");
        OwnFile own = new OwnFile(folder);
        own.put(Setting.MEMORY, "256");
        own.putVariables(Map.of("A", "1"));
        assertEquals(
                """
                {
                  "later" : {
                    "x" : [ 1 ]
                  },
                  "memory" : 256,
                  "environment" : {
                    "A" : "1"
                  }
                }
                """,
                Files.readString(folder.resolve("scf-local.json")));
        own.putVariables(Map.of());
        assertEquals(Map.of(), read().variables());
    }

    @Test
    void aBrokenFileOfOursIsNotOverwritten() throws IOException {
        write("scf-local.json", "{\"memory\": ");
        assertThrows(IOException.class, () -> new OwnFile(folder).put(Setting.MEMORY, "256"));
        assertEquals("{\"memory\": ", Files.readString(folder.resolve("scf-local.json")));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private ResolvedSettings read() {
        return FolderConfig.read(new FunctionFolder(folder), Map.of("MY_SECRET", "s3cret", "HOME", "/home/somebody"));
    }

    private static List<String> problems(ResolvedSettings settings) {
        return settings.problems().stream()
                .map(problem -> problem.kind() + " " + problem.origin().place() + " " + problem.arguments())
                .toList();
    }
}
