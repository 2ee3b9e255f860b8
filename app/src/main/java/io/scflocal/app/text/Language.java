package io.scflocal.app.text;

import java.util.Locale;

/** The languages in which everything is written. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "en", "English"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh_CN", "简体中文");

    private final Locale locale;
    private final String suffix;
    private final String ownName;

    Language(Locale locale, String suffix, String ownName) {
        this.locale = locale;
        this.suffix = suffix;
        this.ownName = ownName;
    }

    /** The locale in which numbers and dates are written. */
    public Locale locale() {
        return locale;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    /** End of the bundles' file names. */
    String suffix() {
        return suffix;
    }

    /** The other one. */
    public Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }

    /** Chinese where the system speaks Chinese, else English. */
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
