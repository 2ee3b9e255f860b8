package io.scflocal.core.config;

import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the configuration files of a function's folder: {@code scf-local.json}, {@code .env}, {@code serverless.yml}, {@code
 * cloudbaserc.json}. The order of {@link Origin.Source} says which of them wins. Nothing is written.
 */
public final class FolderConfig {
    private static final String DOT_ENV = ".env";
    private static final int MAX_ENV_BYTES = 256 * 1024;

    private final Path folder;
    private final Map<String, String> host;
    private final Collected collected = new Collected();

    private FolderConfig(Path folder, Map<String, String> host) {
        this.folder = folder;
        this.host = host;
    }

    /**
     * Reads the files as they are at this moment. Never fails: what can't be read is among the problems. Touches the disk.
     *
     * @param host the environment of the emulator, to which {@code ${env:…}} may refer
     */
    public static ResolvedSettings read(FunctionFolder folder, Map<String, String> host) {
        FolderConfig config = new FolderConfig(folder.path(), host);
        config.read();
        return config.collected.resolved(folder.name());
    }

    private void read() {
        // The weakest first, but what .env defines is known to the others from the beginning.
        Map<String, String> variables = new LinkedHashMap<>(host);
        Collected dotEnv = new Collected();
        readDotEnv(dotEnv, variables);
        new CloudbaseFile(folder, variables, collected).read();
        new ServerlessFile(folder, variables, collected).read();
        readDotEnv(collected, variables);
        new OwnFile(folder).read(collected);
    }

    private void readDotEnv(Collected target, Map<String, String> variables) {
        Path file = folder.resolve(DOT_ENV);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            if (Files.size(file) > MAX_ENV_BYTES) {
                throw new IOException("> 256 KB");
            }
            DotEnv.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), new DotEnv.Sink() {
                @Override
                public void variable(String name, String value, int line) {
                    target.variable(name, value, origin(line));
                    variables.put(name, value);
                }

                @Override
                public void badLine(String text, int line) {
                    target.problem(ConfigProblem.Kind.BAD_LINE, origin(line), text);
                }
            });
        } catch (IOException e) {
            target.problem(ConfigProblem.Kind.UNREADABLE, origin(0), String.valueOf(e.getMessage()));
        }
    }

    private static Origin origin(int line) {
        return new Origin(Origin.Source.DOT_ENV, DOT_ENV, line);
    }
}
