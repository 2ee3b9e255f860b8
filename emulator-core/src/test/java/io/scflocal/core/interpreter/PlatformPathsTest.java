package io.scflocal.core.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class PlatformPathsTest {
    @Test
    void onlyWholePathsAreReplaced() {
        String text = "/opt/var/lang/x /var/language $H/var/lang/node12 /var/lang/node99/bin/node";
        assertEquals(text, PlatformPaths.replaceRoot(text, "/T"));
        assertEquals(
                "PATH=/T/node12/bin:/T/node14/bin \"/T\" `/T/java8/bin/java` /T",
                PlatformPaths.replaceRoot(
                        "PATH=/var/lang/node12/bin:/var/lang/node14/bin \"/var/lang\" `/var/lang/java8/bin/java` /var/lang",
                        "/T"));
        assertFalse(PlatformPaths.in("#!/bin/bash\n  # /var/lang/node12/bin/node\nnode x")
                .isAnyAbsent());
    }
}
