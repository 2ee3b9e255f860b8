package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    /** A string literal that is written like a key: a bundle's name, a dot, more; a file name is none. */
    private static final Pattern KEY = Pattern.compile(
            "\"((?:" + String.join("|", Messages.BUNDLES) + ")\\.[a-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])\"");

    static Stream<String> bundles() {
        return Messages.BUNDLES.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsThereInBothLanguages(String bundle) throws IOException {
        assertEquals(
                texts(bundle, Language.ENGLISH).stringPropertyNames(),
                texts(bundle, Language.CHINESE).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyBeginsWithTheNameOfItsBundle(String bundle) throws IOException {
        Set<String> strangers = new TreeSet<>(texts(bundle, Language.ENGLISH).stringPropertyNames());
        strangers.removeIf(key -> key.startsWith(bundle + "."));
        assertEquals(Set.of(), strangers);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesTakeTheSameArguments(String bundle) throws IOException {
        assertEquals(arguments(bundle, Language.ENGLISH), arguments(bundle, Language.CHINESE));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreDoubledWhereThereArePlacesForArgumentsOnly(String bundle) throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Language language : Language.values()) {
            texts(bundle, language).forEach((key, text) -> {
                boolean formatted = text.toString().matches("(?s).*\\{\\d.*");
                String others = text.toString().replace("''", "");
                if (formatted
                        ? others.contains("'")
                        : others.length() < text.toString().length()) {
                    wrong.add(key + " " + language);
                }
            });
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyKeyThatTheSourcesNameIsThere() throws IOException {
        Messages messages = Messages.in(Language.ENGLISH);
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                for (String key : keysIn(Files.readString(source))) {
                    seen++;
                    if (!messages.has(key)) {
                        missing.add(key + " in " + source.getFileName());
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertFalse(seen == 0, "the sources were not found");
    }

    private static Set<String> keysIn(String source) {
        Set<String> keys = new TreeSet<>();
        KEY.matcher(source).results().map((MatchResult match) -> match.group(1)).forEach(keys::add);
        keys.removeIf(key -> key.endsWith(".css") || key.endsWith(".properties"));
        return keys;
    }

    private static Map<String, Integer> arguments(String bundle, Language language) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        texts(bundle, language)
                .forEach((key, text) -> counts.put(
                        key.toString(),
                        text.toString().contains("{")
                                ? new MessageFormat(text.toString(), language.locale())
                                        .getFormatsByArgumentIndex()
                                        .length
                                : 0));
        return counts;
    }

    private static Properties texts(String bundle, Language language) throws IOException {
        Properties properties = new Properties();
        String file = bundle + "_" + language.suffix() + ".properties";
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
