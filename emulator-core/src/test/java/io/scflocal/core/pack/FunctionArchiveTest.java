package io.scflocal.core.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FunctionArchiveTest {
    @TempDir
    Path directory;

    @Test
    void writesWhatTheCloudNeedsAndWindowsCantHold() throws IOException {
        file("scf_bootstrap", "#!/bin/bash\r\nnode app.js\r\n");
        file("tool.sh", "echo\r\n");
        file("app.js", "1;\r\n");
        file("bin/cli", "#!/usr/bin/env node\r\n1");
        file("server", "\u007fELF binary\r\n");
        file("node_modules/ws/index.js", "2");
        file("node_modules/.cache/x", "3");
        file(".git/config", "4");
        file(".env", "SECRET=1");
        file("src/__pycache__/a.pyc", "5");
        PackResult result = pack(directory.resolve("function.zip"));
        assertEquals(
                List.of("app.js", "bin/cli", "node_modules/ws/index.js", "scf_bootstrap", "server", "tool.sh"),
                result.files());
        assertEquals(List.of(".env", ".git/", "node_modules/.cache/", "src/__pycache__/"), result.ignored());
        assertEquals(List.of("scf_bootstrap", "tool.sh"), result.unixLines());
        assertEquals("#!/bin/bash\nnode app.js\n", content("scf_bootstrap"));
        assertEquals("1;\r\n", content("app.js"));
        assertEquals("\u007fELF binary\r\n", content("server"));
        assertEquals(0755, mode("scf_bootstrap"));
        assertEquals(0755, mode("bin/cli"));
        assertEquals(0755, mode("server"));
        assertEquals(0644, mode("app.js"));
        assertFalse(result.tooLarge());
        assertFalse(result.tooLargeForUpload());
    }

    @Test
    void thePlanSaysWhatIsPacked() throws IOException {
        file("scf_bootstrap", "#!/bin/bash\n");
        file("app.js", "12345");
        file(".env", "SECRET=1");
        file("function.zip", "an old one");
        PackPlan plan = new FunctionArchive(folder()).plan(folder().resolve("function.zip"));
        assertEquals(List.of(new PackPlan.Entry("app.js", 5), new PackPlan.Entry("scf_bootstrap", 12)), plan.files());
        assertEquals(List.of(".env"), plan.ignored());
        assertEquals(17, plan.contentBytes());
        assertFalse(plan.tooLarge());
    }

    @Test
    void whoCancelsKeepsTheOldArchive() throws IOException {
        file("a.bin", "1".repeat(200_000));
        file("function.zip", "an old one");
        Path zip = folder().resolve("function.zip");
        List<Long> seen = new ArrayList<>();
        assertThrows(CancellationException.class, () -> new FunctionArchive(folder()).write(zip, (done, total) -> {
            assertEquals(200_000, total);
            seen.add(done);
            return seen.size() < 2;
        }));
        assertEquals(List.of(65_536L, 131_072L), seen);
        assertEquals("an old one", Files.readString(zip));
        assertFalse(Files.exists(folder().resolve("function.zip.new")));
    }

    @Test
    void theSameFilesGiveTheSameBytesWheneverAndWherever() throws IOException {
        file("scf_bootstrap", "#!/bin/bash\n");
        file("b/ü 名.txt", "1");
        pack(directory.resolve("one.zip"));
        byte[] one = Files.readAllBytes(directory.resolve("one.zip"));
        Files.delete(directory.resolve("one.zip"));
        Files.setLastModifiedTime(
                folder().resolve("scf_bootstrap"), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            pack(directory.resolve("two.zip"));
        } finally {
            TimeZone.setDefault(before);
        }
        assertArrayEquals(one, Files.readAllBytes(directory.resolve("two.zip")));
    }

    @Test
    void doesNotPackItselfAndReplacesAnOlderOne() throws IOException {
        file("scf_bootstrap", "#!/bin/bash\n");
        Path zip = folder().resolve("function.zip");
        pack(zip);
        assertEquals(List.of("scf_bootstrap"), pack(zip).files());
        assertFalse(Files.exists(folder().resolve("function.zip.new")));
    }

    @Test
    void followsTheFoldersOwnRules() throws IOException {
        file(IgnoreRules.FILE, "# tests\n/test/\n*.log\n!keep.log\n");
        file("scf_bootstrap", "#!/bin/bash\n");
        file("test/a.js", "1");
        file("lib/test/a.js", "1");
        file("a.log", "1");
        file("lib/keep.log", "1");
        PackResult result = pack(directory.resolve("function.zip"));
        assertEquals(List.of("lib/keep.log", "lib/test/a.js", "scf_bootstrap"), result.files());
        assertTrue(result.ignored().contains("test/"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there")
    void linksAreFollowedAndThoseThatLeadNowhereLeftOut() throws IOException {
        file("scf_bootstrap", "#!/bin/bash\n");
        file("lib/a.js", "12");
        Files.createSymbolicLink(folder().resolve("again.js"), Path.of("lib/a.js"));
        Files.createSymbolicLink(folder().resolve("more"), Path.of("lib"));
        Files.createSymbolicLink(folder().resolve("gone"), Path.of("nowhere"));
        Files.createSymbolicLink(folder().resolve("lib/self"), Path.of(".."));
        PackResult result = pack(directory.resolve("function.zip"));
        assertEquals(List.of("again.js", "lib/a.js", "more/a.js", "scf_bootstrap"), result.files());
        assertEquals(List.of("gone", "lib/self/", "more/self/"), result.ignored());
        assertEquals("12", content("again.js"));
    }

    @Test
    void rulesInAnyEncodingAndWithFaultsAreRead() throws IOException {
        file("scf_bootstrap", "#!/bin/bash\n");
        file("a.log", "1");
        file("b.tmp", "1");
        Files.write(
                folder().resolve(IgnoreRules.FILE),
                "\uFEFF*.log\r\n[z-a]\r\n*.tmp\r\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("scf_bootstrap"),
                pack(directory.resolve("function.zip")).files());
        Files.write(folder().resolve(IgnoreRules.FILE), new byte[] {'*', '.', 'l', 'o', 'g', '\n', (byte) 0xc4, '\n'});
        assertEquals(
                List.of("b.tmp", "scf_bootstrap"),
                pack(directory.resolve("function.zip")).files());
    }

    private PackResult pack(Path zip) throws IOException {
        return new FunctionArchive(folder()).write(zip);
    }

    private Path folder() {
        return directory.resolve("my function 函数");
    }

    private void file(String name, String content) throws IOException {
        Path file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private String content(String name) throws IOException {
        try (ZipFile zip = open()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int mode(String name) throws IOException {
        try (ZipFile zip = open()) {
            ZipArchiveEntry entry = zip.getEntry(name);
            return entry.getUnixMode() & 0777;
        }
    }

    private ZipFile open() throws IOException {
        return ZipFile.builder().setPath(directory.resolve("function.zip")).get();
    }
}
