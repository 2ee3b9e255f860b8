package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
    @TempDir
    Path temporary;

    @Test
    void whatWasThereStaysUntilTheNewOneIsComplete() throws IOException {
        Path file = Files.writeString(temporary.resolve("out.csv"), "of yesterday");
        ExportFile.write(file, out -> {
            out.write('x');
            assertEquals("of yesterday", Files.readString(file));
        });
        assertEquals("x", Files.readString(file));
        assertThrows(
                IllegalStateException.class,
                () -> ExportFile.write(file, out -> {
                    throw new IllegalStateException("in the middle");
                }));
        assertEquals("x", Files.readString(file));
        try (Stream<Path> files = Files.list(temporary)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFaultNamesTheFileThatWasChosen() throws IOException {
        Path nowhere = temporary.resolve("none").resolve("out.csv");
        assertEquals(
                nowhere.toString(), fault(NoSuchFileException.class, nowhere).getFile());
        Path below = Files.createFile(temporary.resolve("plain")).resolve("out.csv");
        assertEquals(below.toString(), fault(FileSystemException.class, below).getFile());
        assertEquals(
                temporary.toString(),
                fault(FileSystemException.class, temporary).getFile());
    }

    @Test
    void aFaultOfAnotherFileNamesThatOne() {
        NoSuchFileException other = new NoSuchFileException("frames.seg");
        assertEquals(
                other,
                assertThrows(
                        NoSuchFileException.class,
                        () -> ExportFile.write(temporary.resolve("out.csv"), out -> {
                            throw other;
                        })));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has its devices elsewhere")
    void aDeviceIsWrittenToAndStays() throws IOException {
        Path device = Path.of("/dev/null");
        ExportFile.write(device, out -> out.write('x'));
        assertFalse(Files.isRegularFile(device));
    }

    private static <T extends FileSystemException> T fault(Class<T> kind, Path file) {
        return assertThrows(kind, () -> ExportFile.write(file, out -> out.write('x')));
    }
}
