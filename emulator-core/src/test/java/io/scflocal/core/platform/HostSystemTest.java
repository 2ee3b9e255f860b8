package io.scflocal.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSystemTest {
    @ParameterizedTest
    @CsvSource({"Linux,LINUX", "FreeBSD,LINUX", "Mac OS X,MAC", "Windows 11,WINDOWS", "Windows Server 2022,WINDOWS"})
    void isKnownByTheNameThatJavaGives(String name, HostSystem system) {
        assertEquals(system, HostSystem.named(name));
    }
}
