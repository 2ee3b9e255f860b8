package io.scflocal.core.function;

import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.platform.Interpreters;
import io.scflocal.core.platform.PlatformEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a function's process: the platform's, and the function's own on top. */
public final class FunctionEnvironment {
    /** Makes Python print at once; the cloud does not set it. */
    public static final String UNBUFFERED_PYTHON = "PYTHONUNBUFFERED";

    private static final String NEWEST_COMMON_NODE = "node20";
    private static final int READ_BYTES = 64 * 1024;
    /** In a line that is no comment. */
    private static final Pattern NODE =
            Pattern.compile("(?m)^(?!\\s*#[^!]).*?" + Pattern.quote(Interpreters.ROOT) + "/(node\\d+)\\b");

    private FunctionEnvironment() {}

    /**
     * All of them in a new map.
     *
     * @param folder where the code is
     * @param host the environment of the emulator, of which little is passed on
     */
    public static Map<String, String> of(FunctionSettings settings, Path folder, Map<String, String> host) {
        return completed(platform(settings).variables(folder, host, HostSystem.current()), settings);
    }

    /** All of them in a new map, for a sandbox that has the platform's paths. Reads the start file. */
    public static Map<String, String> sandboxed(FunctionSettings settings, FunctionFolder folder) {
        return completed(platform(settings).sandboxed(node(folder.startFile())), settings);
    }

    /** The directory of the Node.js that the start file names; a usual one if it names none. */
    private static String node(Path startFile) {
        try (InputStream in = Files.newInputStream(startFile)) {
            Matcher named = NODE.matcher(new String(in.readNBytes(READ_BYTES), StandardCharsets.ISO_8859_1));
            return named.find() ? named.group(1) : NEWEST_COMMON_NODE;
        } catch (IOException e) {
            // Then the start itself says what is wrong with it.
            return NEWEST_COMMON_NODE;
        }
    }

    private static PlatformEnvironment platform(FunctionSettings settings) {
        return new PlatformEnvironment(
                settings.name(), settings.namespace(), settings.region(), settings.appId(), settings.uin());
    }

    private static Map<String, String> completed(Map<String, String> variables, FunctionSettings settings) {
        if (settings.unbufferedPython()) {
            variables.put(UNBUFFERED_PYTHON, "1");
        }
        variables.putAll(settings.environment());
        return variables;
    }
}
