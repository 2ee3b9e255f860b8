package io.scflocal.app.text;

import java.util.Locale;

/** The languages in which everything is written. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "en"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh_CN");

    private final Locale locale;
    private final String suffix;

    Language(Locale locale, String suffix) {
        this.locale = locale;
        this.suffix = suffix;
    }

    /** The locale in which numbers and dates are written. */
    public Locale locale() {
        return locale;
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
