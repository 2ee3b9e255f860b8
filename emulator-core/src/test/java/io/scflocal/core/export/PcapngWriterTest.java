package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.capture.StoredCapture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Has Wireshark's own program read what was written. */
@Timeout(120)
class PcapngWriterTest {
    @TempDir
    Path temporary;

    @BeforeAll
    static void needsTshark() {
        boolean installed = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tshark")));
        assumeTrue(installed, "tshark is not installed");
    }

    @Test
    void wiresharkSeesEveryFrameAndNothingMalformed() throws Exception {
        Path file = write(FrameSelection.ALL);
        List<String> opcodes = fields(file, "websocket", "websocket.opcode");
        long frames =
                opcodes.stream().flatMap(line -> Stream.of(line.split(","))).count();
        assertEquals(SampleCapture.FRAMES, frames, opcodes::toString);
        assertEquals(
                List.of(),
                fields(
                        file,
                        "_ws.malformed or tcp.analysis.flags or ip.checksum.status == \"Bad\" or tcp.checksum.status == \"Bad\"",
                        "frame.number"));
    }

    @Test
    void wiresharkJoinsFragmentsAndInflates() throws Exception {
        Path file = write(FrameSelection.ALL);
        List<String> lines = tshark(file, "-Y", "websocket", "-V");
        String all = String.join("\n", lines);
        assertTrue(all.contains("=1+1, \"fragmented\""), all);
        assertTrue(all.contains("compressed with a context 早 again"), all);
        assertTrue(all.contains("Opcode: Connection Close (8)"), all);
    }

    @Test
    void commentsNumberTheFramesAndEndsHaveTheirCause() throws Exception {
        Path file = write(FrameSelection.ALL);
        List<String> comments = fields(file, "frame.comment", "frame.comment");
        assertTrue(comments.contains("frame 11"), comments::toString);
        assertTrue(comments.contains("200 client-closed"), comments::toString);
        // An answer without a length is seen when its connection ends, the refusal therefore last.
        assertEquals(List.of("101", "101", "403"), fields(file, "http.response", "http.response.code"));
    }

    @Test
    void messagesOfASelectionAreReadableWithoutTheOthers() throws Exception {
        Path file = write(SampleCapture.matching(number -> number == 4 || number == 5, SampleCapture.FRAMES));
        assertEquals(List.of("1", "1"), fields(file, "websocket", "websocket.opcode"));
        String all = String.join("\n", tshark(file, "-Y", "websocket", "-V"));
        assertTrue(all.contains("=1+1, \"fragmented\""), all);
        assertTrue(all.contains("compressed with a context 早 again"), all);
    }

    private Path write(FrameSelection selection) throws Exception {
        Path file = temporary.resolve("capture.pcapng");
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("capture"))) {
            Files.write(file, SampleCapture.export(new PcapngWriter(Redaction.SECRETS), capture, selection));
        }
        return file;
    }

    private List<String> fields(Path file, String filter, String field) throws Exception {
        return tshark(file, "-Y", filter, "-T", "fields", "-e", field);
    }

    private List<String> tshark(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-o",
                "ip.check_checksum:TRUE",
                "-o",
                "tcp.check_checksum:TRUE"));
        command.addAll(List.of(arguments));
        Process tshark = new ProcessBuilder(command)
                .redirectError(temporary.resolve("errors").toFile())
                .start();
        List<String> lines = tshark.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, tshark.waitFor(), Files.readString(temporary.resolve("errors")));
        return lines;
    }
}
