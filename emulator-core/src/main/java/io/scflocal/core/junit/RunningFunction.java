package io.scflocal.core.junit;

import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A function from its start to its stop, with a capture that goes with it.
 *
 * @param emulator runs it
 * @param captures a temporary directory
 */
record RunningFunction(Emulator emulator, Path captures) implements AutoCloseable {

    /**
     * Starts the function; nothing is left when this throws.
     *
     * @param options gives what the emulator is opened with, for a directory of captures
     */
    static RunningFunction start(
            FunctionFolder folder, Function<Path, EmulatorOptions> options, EmulatorListener listener)
            throws IOException, StartFailure {
        Path captures = Files.createTempDirectory("scf-local-test");
        Emulator emulator = Emulator.open(folder, options.apply(captures));
        RunningFunction function = new RunningFunction(emulator, captures);
        emulator.addListener(listener);
        try {
            emulator.start();
            return function;
        } catch (StartFailure e) {
            function.close();
            throw e;
        }
    }

    @Override
    public void close() {
        emulator.close();
        try (Stream<Path> all = Files.walk(captures)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The recorded frames in " + captures + " can't be removed", e);
        }
    }
}
