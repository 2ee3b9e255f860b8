package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.StoredCapture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClsWriterTest {
    @TempDir
    Path directory;

    @Test
    void everyLineOfTheLogHasTheFourteenFields() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (StoredCapture capture = SampleCapture.write(directory.resolve("capture"))) {
            new ClsWriter().write(CaptureSource.of(capture), FrameSelection.ALL, out, ExportProgress.NONE);
        }
        List<String> records = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, records.size());
        String start = records.get(0).replaceAll("(Time|Duration)\":[0-9]+", "$1\":0");
        assertEquals(
                "{\"SCF_FunctionName\":\"聊天室\",\"SCF_Namespace\":\"default\",\"SCF_StartTime\":0,\"SCF_LogTime\":0,"
                        + "\"SCF_RequestId\":\"request-1\",\"SCF_Duration\":0,\"SCF_Alias\":\"$LATEST\","
                        + "\"SCF_Qualifier\":\"$LATEST\",\"SCF_MemUsage\":0.0,\"SCF_Level\":\"INFO\","
                        + "\"SCF_Message\":\"START RequestId: request-1\",\"SCF_Type\":\"Platform\","
                        + "\"SCF_StatusCode\":200,\"SCF_RetryNum\":0}",
                start);
        assertTrue(records.get(1).contains("\"SCF_Type\":\"Custom\",\"SCF_StatusCode\":202"), records.get(1));
    }
}
