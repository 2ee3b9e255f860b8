package io.scflocal.app.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where output goes.
 *
 * @param out results
 * @param err notices and errors
 * @param colour whether {@code out} is a terminal that shows colours
 * @param piped whether {@code out} leads to another program
 */
public record Terminal(PrintStream out, PrintStream err, boolean colour, boolean piped) {
    // Java 17 can't tell whether standard output alone is a terminal; the start script can.
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String COLOUR_PROPERTY = "scflocal.colour";
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** Streams that lead to no other program. */
    public Terminal(PrintStream out, PrintStream err, boolean colour) {
        this(out, err, colour, false);
    }

    /** The process's own streams, in the terminal's character set, or in UTF-8 where there is no terminal. */
    public static Terminal ofProcess() {
        Console console = System.console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return new Terminal(
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                Boolean.getBoolean(COLOUR_PROPERTY),
                leadsToAPipe());
    }

    /**
     * Whether something that was printed was not written, as on a full disk. A program that reads no further, as head does, has what it
     * wanted.
     */
    boolean isIncomplete() {
        return out.checkError() && !piped;
    }

    /** Known on Linux only. */
    private static boolean leadsToAPipe() {
        try {
            return Files.readSymbolicLink(STANDARD_OUTPUT).toString().startsWith("pipe:");
        } catch (IOException e) {
            return false;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES), false, charset);
    }
}
