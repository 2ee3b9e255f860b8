package io.scflocal.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformEnvironmentTest {
    @Test
    void holdsThePlatformsVariablesAndLittleOfTheHost() {
        Map<String, String> host = new HashMap<>(Map.of(
                "PATH",
                "/home/me/bin:/usr/bin",
                "HOME",
                "/home/me",
                "LANG",
                "zh_CN.UTF-8",
                "NODE_OPTIONS",
                "--inspect"));
        host.putAll(Map.of("JAVA_TOOL_OPTIONS", "-Xmx1m", "PYTHONHOME", "/x", "VIRTUAL_ENV", "/y", "PORT", "1"));

        Map<String, String> variables = new PlatformEnvironment("chat", "default", "ap-shanghai", "125", "100")
                .variables(Path.of("/code/chat"), host, HostSystem.MAC);

        Map<String, String> expected = new HashMap<>(Map.of(
                "TENCENTCLOUD_RUNENV", "SCF",
                "TENCENTCLOUD_REGION", "ap-shanghai",
                "TENCENTCLOUD_APPID", "125",
                "TENCENTCLOUD_UIN", "100",
                "TENCENTCLOUD_TZ", "UTC",
                "SCF_FUNCTIONNAME", "chat",
                "SCF_FUNCTIONVERSION", "$LATEST",
                "SCF_NAMESPACE", "default",
                "_SCF_SERVER_PORT", "28902",
                "TZ", "UTC"));
        expected.putAll(Map.of(
                "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/home/me/bin",
                "HOME", "/home/me",
                "LANG", "en_US.UTF8",
                "USER_CODE_ROOT", "/code/chat/",
                "PYTHONPATH", "/code/chat:/opt",
                "PYTHONDONTWRITEBYTECODE", "x",
                "NODE_PATH", "/code/chat:/code/chat/node_modules:/opt:/opt/node_modules"));
        assertEquals(expected, variables);
    }

    @Test
    void onWindowsProgramsGetWhatTheyNeedThere() {
        Map<String, String> host = Map.of(
                "SYSTEMROOT", "C:\\Windows", "Path", "C:\\a;C:\\b", "temp", "T", "NODE_OPTIONS", "x", "HOME", "/c/me");
        Map<String, String> variables = new PlatformEnvironment("chat", "default", "ap-shanghai", "125", "100")
                .variables(Path.of("C:\\code"), host, HostSystem.WINDOWS);
        assertEquals("C:\\Windows", variables.get("SystemRoot"));
        assertEquals("T", variables.get("TEMP"));
        assertEquals("C:\\a;C:\\b", variables.get("PATH"));
        assertEquals("C:\\code\\", variables.get("USER_CODE_ROOT"));
        assertEquals("C:\\code", variables.get("PYTHONPATH"));
        assertEquals("C:\\code;C:\\code\\node_modules", variables.get("NODE_PATH"));
        assertEquals(false, variables.containsKey("NODE_OPTIONS") || variables.containsKey("HOME"));
    }

    @Test
    void inASandboxModulesAreThoseOfTheFunctionsOwnNode() {
        Map<String, String> variables =
                new PlatformEnvironment("chat", "default", "ap-shanghai", "125", "100").sandboxed("node16");
        assertEquals(
                "/var/user:/var/user/node_modules:/var/lang/node16/lib/node_modules:/opt:/opt/node_modules",
                variables.get("NODE_PATH"));
        assertEquals("/var/user:/opt", variables.get("PYTHONPATH"));
        assertEquals(
                "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/var/lang/node16/bin",
                variables.get("PATH"));
    }
}
