package io.scflocal.core.check;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Carries out fixes in a folder. A file is either the old one or the repaired one, never half of it. Stateless; touches the disk.
 *
 * @param folder where the files are
 */
public record Repair(FunctionFolder folder) {
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    /**
     * What {@link #apply} would change at this moment.
     *
     * @throws IOException if the file can't be read
     */
    public Preview preview(Fix fix) throws IOException {
        byte[] before = Files.readAllBytes(path(fix));
        return Preview.of(fix.file(), before, fix.edit(before));
    }

    /**
     * Repairs the file as it is at this moment; does nothing where nothing is left to repair.
     *
     * @return what was changed
     * @throws IOException if the file can't be read or written
     */
    public Preview apply(Fix fix) throws IOException {
        Path file = path(fix);
        if (fix.kind() == Fix.Kind.MAKE_EXECUTABLE) {
            Files.setPosixFilePermissions(file, EXECUTABLE);
            return new Preview(fix.file(), List.of());
        }
        byte[] before = Files.readAllBytes(file);
        byte[] after = fix.edit(before);
        if (!Arrays.equals(before, after)) {
            WholeFile.write(file, after);
        }
        return Preview.of(fix.file(), before, after);
    }

    private Path path(Fix fix) {
        return folder.path().resolve(fix.file());
    }
}
