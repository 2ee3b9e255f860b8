package io.scflocal.app.fx;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Font families that show Chinese. JavaFX 21 on Linux falls back to TrueType fonts only, and the usual Chinese font there (Noto Sans
 * CJK) is none, so it has to be named.
 *
 * @param text for everything; empty where the default will do
 * @param mono for code, bytes and addresses
 */
record FontFamilies(Optional<String> text, String mono) {
    private static final List<String> CHINESE =
            List.of("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Microsoft YaHei", "PingFang SC");
    private static final List<String> CHINESE_MONO =
            List.of("Noto Sans Mono CJK SC", "Source Han Mono SC", "Sarasa Mono SC", "WenQuanYi Micro Hei Mono");
    private static final List<String> MONO =
            List.of("JetBrains Mono", "Cascadia Mono", "Consolas", "Menlo", "DejaVu Sans Mono", "Monospaced");

    /**
     * Chooses from what is there.
     *
     * @param available the families of this machine
     * @param fallsBack whether the system finds Chinese glyphs in other fonts than the named one
     */
    static FontFamilies choose(Collection<String> available, boolean fallsBack) {
        Optional<String> chineseMono = fallsBack ? Optional.empty() : first(CHINESE_MONO, available);
        return new FontFamilies(
                first(CHINESE, available),
                chineseMono.or(() -> first(MONO, available)).orElse("monospace"));
    }

    private static Optional<String> first(List<String> wanted, Collection<String> available) {
        return wanted.stream().filter(available::contains).findFirst();
    }

    /** A style sheet that puts them in force. */
    String styleSheet() {
        String family = text.map(name -> "-fx-font-family:\"" + name + "\";").orElse("-fx-font-family:System;");
        // Fonts with Chinese are half as wide as high in their Latin part, which looks a size smaller.
        String size = CHINESE_MONO.contains(mono) ? "-fx-font-size:13px;" : "";
        // What pops up over lists in the other font would take theirs.
        return ".root,.context-menu,.tooltip{" + family + "}.mono{-fx-font-family:\"" + mono + "\";" + size + "}";
    }
}
