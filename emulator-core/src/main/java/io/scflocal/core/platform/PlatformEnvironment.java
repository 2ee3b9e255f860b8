package io.scflocal.core.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment in which the platform starts a function, as far as it makes sense on a developer's machine. Source: vendor
 * documentation 583/30228 (environment variables) and what functions have printed in the cloud.
 *
 * <p>Differs from the cloud where the cloud's value would be wrong here: the code is in its real folder, since there is no
 * {@code /var/user} outside a sandbox; {@code HOME}, {@code USER}, {@code LOGNAME} and {@code TMPDIR} are the host's; the host's
 * {@code PATH} follows the platform's; {@code TZ} is set because the host's own zone is rarely the platform's UTC; {@code LC_ALL} is
 * {@code C.UTF-8} on Linux and absent elsewhere, because few machines have the platform's {@code en_US.UTF8}, and without a locale of
 * that encoding Java can't open files whose names are not ASCII; {@code SCF_RUNTIME} and the paths under
 * {@code /var/runtime} are absent.
 *
 * @param functionName name of the function
 * @param namespace namespace of the function
 * @param region region of the function
 * @param appId account id
 * @param uin user id
 */
public record PlatformEnvironment(String functionName, String namespace, String region, String appId, String uin) {

    private static final String PLATFORM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** Names of the host's variables that are passed on. Everything else stays out: NODE_OPTIONS, JAVA_TOOL_OPTIONS, PYTHONHOME or VIRTUAL_ENV would change the function. */
    public static final List<String> FROM_HOST = List.of("HOME", "USER", "LOGNAME", "TMPDIR");

    /**
     * The variables before the function's own ones are put on top.
     *
     * @param folder the function's folder
     * @param host the environment of the emulator
     */
    public Map<String, String> variables(Path folder, Map<String, String> host) {
        Map<String, String> variables = common(folder.toString());
        FROM_HOST.stream().filter(host::containsKey).forEach(name -> variables.put(name, host.get(name)));
        variables.put("PATH", searchPath(host.getOrDefault("PATH", "")));
        return variables;
    }

    /**
     * The variables in a sandbox, where the platform's paths and its user exist: nothing of the host, and {@code node} on the search path,
     * as newer runtimes have it.
     */
    public Map<String, String> sandboxed() {
        Map<String, String> variables = common("/var/user");
        variables.put("HOME", "/home/qcloud");
        variables.put("USER", "qcloud");
        variables.put("LOGNAME", "qcloud");
        variables.put("PATH", PLATFORM_PATH + ":/var/lang/node20/bin");
        return variables;
    }

    private Map<String, String> common(String folder) {
        Map<String, String> variables = new TreeMap<>(identity());
        variables.put("USER_CODE_ROOT", folder + "/");
        variables.put("PYTHONPATH", String.join(":", folder, "/opt"));
        variables.put("PYTHONDONTWRITEBYTECODE", "x");
        variables.put("NODE_PATH", String.join(":", folder, folder + "/node_modules", "/opt", "/opt/node_modules"));
        variables.put("LANG", "en_US.UTF8");
        if (System.getProperty("os.name").equals("Linux")) {
            variables.put("LC_ALL", "C.UTF-8");
        }
        variables.put("TZ", "UTC");
        return variables;
    }

    private Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("TENCENTCLOUD_RUNENV", "SCF");
        identity.put("TENCENTCLOUD_REGION", region);
        identity.put("TENCENTCLOUD_APPID", appId);
        identity.put("TENCENTCLOUD_UIN", uin);
        identity.put("TENCENTCLOUD_TZ", "UTC");
        identity.put("SCF_FUNCTIONNAME", functionName);
        identity.put("SCF_FUNCTIONVERSION", "$LATEST");
        identity.put("SCF_NAMESPACE", namespace);
        identity.put("_SCF_SERVER_PORT", "28902");
        return identity;
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
