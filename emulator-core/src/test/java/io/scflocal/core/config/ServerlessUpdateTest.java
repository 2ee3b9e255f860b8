package io.scflocal.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerlessUpdateTest {
    private static final Map<String, String> HOST = Map.of("ROOM", "lobby");

    @TempDir
    Path directory;

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private ServerlessUpdate look() throws IOException {
        FunctionFolder folder = new FunctionFolder(directory);
        return ServerlessUpdate.of(folder, FolderConfig.read(folder, HOST), HOST);
    }

    private String written() throws IOException {
        assertTrue(look().write());
        return Files.readString(directory.resolve("serverless.yml"));
    }

    private static String diff(ServerlessUpdate update) {
        return update.changes().stream()
                .filter(line -> line.kind() != TextChange.Kind.SAME)
                .map(line -> (line.kind() == TextChange.Kind.ADDED ? "+" : "-") + line.text())
                .collect(Collectors.joining());
    }

    @Test
    void aNewFileSaysWhatIsUsedHereAndIsReadBackTheSame() throws IOException {
        write(
                "scf-local.json",
                """
                {"name": "chat", "memory": 512, "idleTimeout": 60, "concurrency": 5,
                 "environment": {"GREETING": "你好: #1", "API_TOKEN": "s3cret", "EMPTY": "", "PORT": "08", "DEBUG": "true"}}
                """);
        write(".env", "DATABASE=mysql://root:pw@db\n");
        String text = written();
        assertEquals(
                """
                # Serverless Framework, component scf: https://github.com/serverless-components/tencent-scf
                component: scf
                name: chat
                inputs:
                  src: ./
                  type: web
                  name: chat
                  region: ap-guangzhou
                  memorySize: 512
                  timeout: 900
                  initTimeout: 65
                  protocolType: WS
                  protocolParams:
                    wsParams:
                      idleTimeOut: 60
                  instanceConcurrencyConfig:
                    enable: true
                    maxConcurrency: 5
                  environment:
                    variables:
                      API_TOKEN: ${env:API_TOKEN}
                      DATABASE: ${env:DATABASE}
                      DEBUG: 'true'
                      EMPTY: ''
                      GREETING: '你好: #1'
                      PORT: '08'
                """,
                text);
        assertTrue(look().isUpToDate());
        // Whoever deploys must bring the secret along; here scf-local.json gives it.
        ResolvedSettings read = FolderConfig.read(new FunctionFolder(directory), HOST);
        assertEquals(List.of(), read.problems());
        assertEquals(
                Origin.Source.OWN_FILE,
                read.variables().get("API_TOKEN").origin().source());
    }

    @Test
    void linesAreEditedAndEverythingElseStays() throws IOException {
        write(
                "scf-local.json",
                """
                {"memory": 1024, "idleTimeout": 30, "environment": {"ROOM": "lobby", "NEW": "a'b\\nc"}}
                """);
        String before =
                """
                # ours
                component: scf   # do not touch
                name: chat

                inputs:
                    name: chat-${stage}
                    src:
                        src: ./   # all of it
                        exclude: [.env, 'node_modules/**']
                    type: web
                    # big enough
                    memorySize: 128 # MB
                    timeout: 900
                    initTimeout: 65
                    environment:
                        variables:
                            ROOM: ${env:ROOM}
                            TEXT: |
                                memorySize: 1
                                two
                    events:
                    -   apigw:
                            parameters:
                                memorySize: 3
                    protocolType: WS

                # the end
                stage: dev
                """;
        write("serverless.yml", before);
        assertEquals(
                """
                -    memorySize: 128 # MB
                +    memorySize: 1024 # MB
                +            NEW: "a'b\\nc"
                +    protocolParams:
                +      wsParams:
                +        idleTimeOut: 30
                """,
                diff(look()));
        String after = written();
        assertEquals(
                before,
                after.replace("memorySize: 1024 # MB", "memorySize: 128 # MB")
                        .replace("            NEW: \"a'b\\nc\"\n", "")
                        .replace("    protocolParams:\n      wsParams:\n        idleTimeOut: 30\n", ""));
        assertTrue(look().isUpToDate());
    }

    @Test
    void lineEndingsOfWindowsAndAMissingLastOneAreKept() throws IOException {
        write("scf-local.json", "{\"memory\": 256}");
        write("serverless.yml", "component: scf\r\nname: c\r\ninputs:\r\n  memorySize: 128\r\n  type: web");
        String after = written();
        assertTrue(
                after.startsWith("component: scf\r\nname: c\r\ninputs:\r\n  memorySize: 256\r\n  type: web\r\n"),
                after);
        assertFalse(after.replace("\r\n", "").contains("\n"), after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component: scf\ninputs: {type: web, memorySize: 128}\n",
                "component: scf\ninputs:\n  type: web\n  memorySize: &m 128\n",
                "component: scf\ninputs:\n  type: web\n  environment: {}\n",
                "- component: scf\n"
            })
    void whatIsNotUnderstoodIsLeftAloneAndSaid(String text) throws IOException {
        write("scf-local.json", "{\"memory\": 256, \"environment\": {\"A\": \"1\"}}");
        write("serverless.yml", text);
        ServerlessUpdate update = look();
        assertFalse(update.isUnderstood());
        assertTrue(update.wanted().contains("  memorySize: 256\n"), update::wanted);
        assertFalse(update.write());
        assertEquals(text, Files.readString(directory.resolve("serverless.yml")));
    }

    @Test
    void aFileThatHasChangedMeanwhileIsNotOverwritten() throws IOException {
        write("serverless.yml", "component: scf\n");
        ServerlessUpdate update = look();
        write("serverless.yml", "component: scf # mine\n");
        assertFalse(update.write());
    }
}
