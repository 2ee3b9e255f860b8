package io.scflocal.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * All texts of one language. Each feature has a bundle of its own; a key begins with the name of its bundle, for example {@code
 * traffic.column.length}. Texts with arguments are {@link MessageFormat} patterns, so an apostrophe in them is doubled; pass numbers
 * that must not be grouped (ports, process ids) as strings.
 *
 * <p>Immutable. Needs no JavaFX.
 */
public final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    /** The bundles, by feature. */
    static final List<String> BUNDLES = List.of(
            "platform",
            "cli",
            "exec",
            "pack",
            "serverless",
            "about",
            "certificate",
            "shell",
            "start",
            "function",
            "settings",
            "connections",
            "traffic",
            "frames",
            "filter",
            "payload",
            "detail",
            "query",
            "export",
            "capture",
            "captures",
            "logs",
            "action",
            "composer",
            "timeline",
            "notice",
            "checks",
            "instances",
            "interpreters",
            "config");

    private final Language language;
    private final Properties texts = new Properties();

    private Messages(Language language) {
        this.language = language;
    }

    /** The texts in {@code language}. */
    public static Messages in(Language language) {
        Messages messages = new Messages(language);
        BUNDLES.forEach(messages::load);
        return messages;
    }

    private void load(String bundle) {
        String file = bundle + "_" + language.suffix() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new MissingResourceException("No texts " + file, Messages.class.getName(), bundle);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the texts " + file, e);
        }
    }

    /** Which language it is. */
    public Language language() {
        return language;
    }

    /**
     * The text under {@code key}, with {@code arguments} in the places of {@code {0}}, {@code {1}}, … An apostrophe is written twice in a
     * text with such places, and once in any other. An exception stands for what {@link FileFaultText} says of it.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String get(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new MissingResourceException("No text " + key, Messages.class.getName(), key);
        }
        return arguments.length == 0 || !PLACE.matcher(pattern).find()
                ? pattern
                : new MessageFormat(pattern, language.locale())
                        .format(Arrays.stream(arguments).map(this::readable).toArray());
    }

    private Object readable(Object argument) {
        return argument instanceof Throwable failure ? FileFaultText.of(this, failure) : argument;
    }

    /** Whether a text stands under {@code key}. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }
}
