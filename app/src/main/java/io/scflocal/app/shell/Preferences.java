package io.scflocal.app.shell;

import io.scflocal.app.fx.Appearance;
import io.scflocal.app.fx.Theme;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;

/**
 * What the user has chosen for the whole application.
 *
 * <p>JavaFX thread only.
 *
 * @param file where it is remembered
 * @param folders the folders that were opened before
 * @param appearance the colours in force
 * @param texts the language in force
 */
public record Preferences(SettingsFile file, KnownFolders folders, Appearance appearance, Texts texts) {
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";

    /** Puts what {@code file} remembers in force; {@code language} if it remembers none. */
    public static Preferences from(SettingsFile file, Language language) {
        return new Preferences(
                file,
                new KnownFolders(file),
                new Appearance(file.constant(THEME, Theme.class, Theme.SYSTEM)),
                new Texts(file.constant(LANGUAGE, Language.class, language)));
    }

    /** Puts other colours in force. */
    public void choose(Theme theme) {
        appearance.themeProperty().set(theme);
        file.put(THEME, theme.name());
    }

    /** Puts another language in force. */
    public void choose(Language language) {
        texts.languageProperty().set(language);
        file.put(LANGUAGE, language.name());
    }

    /** Goes on to the next theme; see {@link Appearance#nextTheme()}. */
    public void nextTheme() {
        appearance.nextTheme();
        choose(appearance.themeProperty().get());
    }

    /** Changes between Chinese and English. */
    public void otherLanguage() {
        choose(texts.languageProperty().get().other());
    }
}
