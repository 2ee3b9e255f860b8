package io.scflocal.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.platform.PlatformHeaders.FunctionFacts;
import io.scflocal.core.platform.PlatformHeaders.RequestFacts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlatformHeadersTest {
    @Test
    void nameOfAFolderThatIsNotAsciiMakesAValidField() {
        FunctionFacts function = new FunctionFacts("chat 聊天\n", "default", "", "", "", 128, Duration.ofSeconds(3));
        assertEquals(
                "chat ___",
                PlatformHeaders.of(function, new RequestFacts("id", "127.0.0.1", false))
                        .get("X-Scf-Name"));
    }
}
