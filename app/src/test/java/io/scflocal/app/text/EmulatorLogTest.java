package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.Reload;
import io.scflocal.core.function.ReloadMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmulatorLogTest {

    @Test
    void saysWhatChangedAndWhatBecomesOfConnections() {
        assertEquals(
                "server.js changed: reloading, 2 connections drain",
                line(Language.ENGLISH, ReloadMode.DRAIN, false, 2, "server.js"));
        assertEquals(
                "a.js and 2 more changed: reloading, 1 connection is closed with 1012",
                line(Language.ENGLISH, ReloadMode.CUT, false, 1, "a.js", "b.js", "c.js"));
        assertEquals("By hand: reloading, no connection is open", line(Language.ENGLISH, ReloadMode.CUT, true, 0));
        assertEquals(
                "a.js 及另外 2 个文件已修改，重新加载：以 1012 关闭 3 个连接；所有连接共用同一个进程和端口，旧连接无法保留",
                line(Language.CHINESE, ReloadMode.CUT, true, 3, "a.js", "b.js", "c.js"));
    }

    private static String line(Language language, ReloadMode mode, boolean refused, int connections, String... files) {
        return EmulatorLog.line(new Reload(List.of(files), mode, refused, connections), Messages.in(language));
    }
}
