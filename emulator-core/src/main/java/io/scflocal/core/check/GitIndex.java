package io.scflocal.core.check;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the file mode that git has recorded for one file, straight from its index (gitformat-index(5), versions 2 to 4), so no git needs
 * to be installed.
 */
final class GitIndex {
    private static final int SIGNATURE = 0x44495243; // DIRC
    /** Times, device, inode. */
    private static final int BYTES_BEFORE_MODE = 24;
    /** User, group, size, object name. */
    private static final int BYTES_AFTER_MODE = 32;

    private static final int EXTENDED_FLAG = 0x4000;
    private static final int MAX_NAME_BYTES = 16 * 1024;

    private final DataInputStream in;
    private final int version;
    private byte[] name = {};

    private GitIndex(DataInputStream in, int version) {
        this.in = in;
        this.version = version;
    }

    /** The recorded mode, for example {@code 0100644}; empty if the file is in no repository or not known to it. */
    static OptionalInt modeOf(Path file) {
        try {
            Path real = file.toRealPath();
            for (Path parent = real.getParent(); parent != null; parent = parent.getParent()) {
                Optional<Path> index = indexIn(parent);
                if (index.isPresent()) {
                    String wanted = parent.relativize(real).toString().replace('\\', '/');
                    return mode(index.get(), wanted.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // Somebody else's file of a form that is not known here: nothing can be said then.
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    private static Optional<Path> indexIn(Path directory) throws IOException {
        Path git = directory.resolve(".git");
        if (Files.isRegularFile(git) && Files.size(git) < MAX_NAME_BYTES) {
            // A second working tree names the directory with its index here.
            String text = Files.readString(git).strip();
            git = directory.resolve(text.replaceFirst("^gitdir:\\s*", ""));
        }
        return Optional.of(git.resolve("index")).filter(Files::isRegularFile);
    }

    private static OptionalInt mode(Path index, byte[] wanted) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(index)))) {
            if (in.readInt() != SIGNATURE) {
                return OptionalInt.empty();
            }
            int version = in.readInt();
            int entries = in.readInt();
            GitIndex reader = new GitIndex(in, version);
            for (int i = 0; version >= 2 && version <= 4 && i < entries; i++) {
                int mode = reader.next();
                if (Arrays.equals(reader.name, wanted)) {
                    return OptionalInt.of(mode);
                }
            }
            return OptionalInt.empty();
        }
    }

    /** Reads an entry, whose name stands in {@link #name} then; returns its mode. */
    private int next() throws IOException {
        in.skipNBytes(BYTES_BEFORE_MODE);
        int mode = in.readInt();
        in.skipNBytes(BYTES_AFTER_MODE);
        boolean extended = (in.readShort() & EXTENDED_FLAG) != 0;
        if (extended) {
            in.skipNBytes(2);
        }
        if (version == 4) {
            int kept = name.length - readOffset();
            byte[] rest = readToNul();
            name = Arrays.copyOf(name, kept + rest.length);
            System.arraycopy(rest, 0, name, kept, rest.length);
        } else {
            name = readToNul();
            int fixed = BYTES_BEFORE_MODE + 4 + BYTES_AFTER_MODE + (extended ? 4 : 2);
            // Entries are padded to eight bytes by one to eight zeros, of which one has been read.
            in.skipNBytes(7 - (fixed + name.length) % 8);
        }
        return mode;
    }

    /** A number in groups of seven bits as in git's packs. */
    private int readOffset() throws IOException {
        int part = in.readUnsignedByte();
        int value = part & 0x7f;
        while ((part & 0x80) != 0) {
            part = in.readUnsignedByte();
            value = (value + 1 << 7) | part & 0x7f;
        }
        return Math.min(value, name.length);
    }

    private byte[] readToNul() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != 0; b = in.readUnsignedByte()) {
            bytes.write(b);
            if (bytes.size() > MAX_NAME_BYTES) {
                throw new EOFException("no end of a name");
            }
        }
        return bytes.toByteArray();
    }
}
