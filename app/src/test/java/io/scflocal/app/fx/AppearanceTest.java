package io.scflocal.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppearanceTest {

    @Test
    void whereFallbackFailsAFontWithChineseIsNamedForTextAndCode() {
        assertEquals(
                new FontFamilies(Optional.of("Noto Sans CJK SC"), "Noto Sans Mono CJK SC"),
                FontFamilies.choose(List.of("DejaVu Sans Mono", "Noto Sans CJK SC", "Noto Sans Mono CJK SC"), false));
    }

    @Test
    void whereFallbackWorksCodeHasTheUsualFont() {
        assertEquals(
                new FontFamilies(Optional.of("Microsoft YaHei"), "Consolas"),
                FontFamilies.choose(List.of("Consolas", "Microsoft YaHei", "Segoe UI"), true));
    }

    @Test
    void withoutAnyKnownFontTheDefaultsServe() {
        assertEquals(new FontFamilies(Optional.empty(), "monospace"), FontFamilies.choose(List.of("Cantarell"), false));
    }

    @Test
    void clickingThroughTheThemesComesBack() {
        assertEquals(Theme.DARK, Theme.SYSTEM.next(false));
        assertEquals(Theme.LIGHT, Theme.SYSTEM.next(true));
        assertEquals(Theme.SYSTEM, Theme.SYSTEM.next(true).next(true).next(true));
    }
}
