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
                .variables(Path.of("/code/chat"), host);

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
        if (System.getProperty("os.name").equals("Linux")) {
            expected.put("LC_ALL", "C.UTF-8");
        }
        assertEquals(expected, variables);
    }
}
