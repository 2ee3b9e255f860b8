package io.scflocal.core.function;

import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file is a binary that this machine can start, by its first bytes: elf(5), Mach-O. */
public enum BinaryFormat {
    /** No binary: a script, or a mistake. */
    NONE,
    NATIVE,
    /** A binary for another system or another kind of processor. */
    FOREIGN;

    private static final int HEAD_BYTES = 20;
    private static final int ELF = 0x7f454c46;
    private static final int ELF_BYTE_ORDER_AT = 5;
    private static final int ELF_MACHINE_AT = 18;
    private static final int ELF_X86_64 = 62;
    private static final int ELF_AARCH64 = 183;
    private static final int MACH_O = 0xcffaedfe;
    private static final int MACH_O_UNIVERSAL = 0xcafebabe;

    /** Reads the first bytes of {@code file}. */
    public static BinaryFormat of(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(head.array(), 0, HEAD_BYTES);
        }
        HostSystem system = HostSystem.current();
        return switch (head.getInt(0)) {
            case ELF -> system == HostSystem.LINUX && isForThisProcessor(head) ? NATIVE : FOREIGN;
            case MACH_O, MACH_O_UNIVERSAL -> system == HostSystem.MAC ? NATIVE : FOREIGN;
            default -> NONE;
        };
    }

    private static boolean isForThisProcessor(ByteBuffer head) {
        head.order(head.get(ELF_BYTE_ORDER_AT) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int machine = head.getShort(ELF_MACHINE_AT);
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> machine == ELF_X86_64;
            case "aarch64" -> machine == ELF_AARCH64;
            // The kernel decides.
            default -> true;
        };
    }
}
