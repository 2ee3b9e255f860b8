package io.scflocal.core.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment in which the platform starts a function, as far as it makes sense on a developer's machine. Source: vendor
 * documentation 583/30228 (environment variables) and what functions have printed in the cloud.
 *
 * <p>Differs from the cloud where the cloud's value would be wrong here: the code is in its real folder, since there is no
 * {@code /var/user} outside a sandbox; {@code HOME}, {@code USER}, {@code LOGNAME} and {@code TMPDIR} are the host's; the host's
 * {@code PATH} follows the platform's; {@code TZ} is set because the host's own zone is rarely the platform's UTC; {@code LC_ALL} is
 * {@code C.UTF-8} on Linux and absent elsewhere, because few machines have the platform's {@code en_US.UTF8}, and without a locale of
 * that encoding Java can't open files whose names are not ASCII; {@code SCF_RUNTIME} and the paths under
 * {@code /var/runtime} are absent. On Windows, paths and search paths are written as that system reads them, and there is no {@code /opt}.
 *
 * @param functionName name of the function
 * @param namespace namespace of the function
 * @param region region of the function
 * @param appId account id
 * @param uin user id
 */
public record PlatformEnvironment(String functionName, String namespace, String region, String appId, String uin) {

    private static final String PLATFORM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String LAYERS = "/opt";

    /** What is passed on of a host like the platform's. */
    private static final List<String> FROM_UNIX = List.of("HOME", "USER", "LOGNAME", "TMPDIR");

    /** Without the first of them many programs do not start on Windows; the others say where that user's and that system's files are. */
    private static final List<String> FROM_WINDOWS = List.of(
            "SystemRoot",
            "SystemDrive",
            "windir",
            "ComSpec",
            "PATHEXT",
            "TEMP",
            "TMP",
            "USERPROFILE",
            "USERNAME",
            "USERDOMAIN",
            "HOMEDRIVE",
            "HOMEPATH",
            "APPDATA",
            "LOCALAPPDATA",
            "ProgramData",
            "ProgramFiles",
            "OS",
            "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE");

    /**
     * Whether a variable of the host is passed on, on some system. Everything else stays out: NODE_OPTIONS, JAVA_TOOL_OPTIONS, PYTHONHOME
     * or VIRTUAL_ENV would change the function.
     */
    public static boolean isFromHost(String name) {
        return FROM_UNIX.contains(name) || FROM_WINDOWS.contains(name);
    }

    /**
     * The variables before the function's own ones are put on top.
     *
     * @param folder the function's folder
     * @param host the environment of the emulator
     * @param system what it runs on
     */
    public Map<String, String> variables(Path folder, Map<String, String> host, HostSystem system) {
        Map<String, String> known = system.lookup(host);
        boolean windows = system == HostSystem.WINDOWS;
        Map<String, String> variables = new TreeMap<>(common());
        String path = folder.toString();
        String slash = windows ? "\\" : "/";
        List<String> code = List.of(path, path + slash + "node_modules");
        List<String> layers = windows ? List.of() : List.of(LAYERS, LAYERS + "/node_modules");
        variables.put("USER_CODE_ROOT", path + slash);
        variables.put(
                "PYTHONPATH",
                joined(system, code.subList(0, 1), layers.stream().limit(1).toList()));
        variables.put("NODE_PATH", joined(system, code, layers));
        if (system == HostSystem.LINUX) {
            variables.put("LC_ALL", "C.UTF-8");
        }
        (windows ? FROM_WINDOWS : FROM_UNIX)
                .stream().filter(known::containsKey).forEach(name -> variables.put(name, known.get(name)));
        String hostPath = known.getOrDefault("PATH", "");
        variables.put("PATH", windows ? hostPath : searchPath(hostPath));
        return variables;
    }

    /**
     * The variables in a sandbox, where the platform's paths and its user exist: nothing of the host, and {@code node} on the search path,
     * as newer runtimes have it.
     *
     * @param node name of the directory of the function's Node.js, for example {@code node20}
     */
    public Map<String, String> sandboxed(String node) {
        Map<String, String> variables = new TreeMap<>(common());
        String runtime = Interpreters.ROOT + "/" + node;
        variables.put("USER_CODE_ROOT", "/var/user/");
        variables.put("PYTHONPATH", "/var/user:" + LAYERS);
        variables.put(
                "NODE_PATH",
                String.join(
                        ":",
                        "/var/user",
                        "/var/user/node_modules",
                        runtime + "/lib/node_modules",
                        LAYERS,
                        LAYERS + "/node_modules"));
        variables.put("LC_ALL", "C.UTF-8");
        variables.put("HOME", "/home/qcloud");
        variables.put("USER", "qcloud");
        variables.put("LOGNAME", "qcloud");
        variables.put("PATH", PLATFORM_PATH + ":" + runtime + "/bin");
        return variables;
    }

    private static String joined(HostSystem system, List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).collect(Collectors.joining(system.pathSeparator()));
    }

    /** What does not depend on where the function runs. */
    private Map<String, String> common() {
        Map<String, String> common = new LinkedHashMap<>();
        common.put("TENCENTCLOUD_RUNENV", "SCF");
        common.put("TENCENTCLOUD_REGION", region);
        common.put("TENCENTCLOUD_APPID", appId);
        common.put("TENCENTCLOUD_UIN", uin);
        common.put("TENCENTCLOUD_TZ", "UTC");
        common.put("SCF_FUNCTIONNAME", functionName);
        common.put("SCF_FUNCTIONVERSION", "$LATEST");
        common.put("SCF_NAMESPACE", namespace);
        common.put("_SCF_SERVER_PORT", "28902");
        common.put("PYTHONDONTWRITEBYTECODE", "x");
        common.put("LANG", "en_US.UTF8");
        common.put("TZ", "UTC");
        return common;
    }

    private static String searchPath(String hostPath) {
        Set<String> entries = new LinkedHashSet<>(List.of(PLATFORM_PATH.split(":")));
        for (String entry : hostPath.split(":")) {
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return String.join(":", entries);
    }
}
