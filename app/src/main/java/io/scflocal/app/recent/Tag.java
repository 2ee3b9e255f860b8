package io.scflocal.app.recent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag of an XML text, with its place there, so that the text can be changed at this place and nowhere else.
 *
 * @param name with its prefix
 * @param start where its {@code <} stands
 * @param text all of it, from {@code <} to {@code >}
 */
record Tag(String name, int start, String text) {
    /** What is no tag is passed over as a whole: comments, character data, instructions, declarations. A value may hold {@code >}. */
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<![^>]*>"
                    + "|</?(?<name>[^\\s/>]++)[^>\"']*+(?:\"[^\"]*+\"[^>\"']*+|'[^']*+'[^>\"']*+)*+>",
            Pattern.DOTALL);

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s(?<name>[^\\s=]+)\\s*=\\s*(?<value>\"[^\"]*+\"|'[^']*+')");

    /** All tags of a well-formed text, in its order. */
    static List<Tag> of(String xml) {
        List<Tag> tags = new ArrayList<>();
        Matcher markup = MARKUP.matcher(xml);
        while (markup.find()) {
            if (markup.group("name") != null) {
                tags.add(new Tag(markup.group("name"), markup.start(), markup.group()));
            }
        }
        return tags;
    }

    int end() {
        return start + text.length();
    }

    boolean opens(String element) {
        return name.equals(element) && !text.startsWith("</");
    }

    boolean closes(String element) {
        return name.equals(element) && (text.startsWith("</") || text.endsWith("/>"));
    }

    /** What an attribute means; empty if there is none of this name. */
    Optional<String> attribute(String wanted) {
        return find(wanted)
                .map(found -> found.group("value"))
                .map(value -> unescape(value.substring(1, value.length() - 1)));
    }

    /** The text of the same tag with another value of an attribute, which is added if there is none. */
    String with(String attribute, String value) {
        Optional<Matcher> found = find(attribute);
        if (found.isPresent()) {
            Matcher old = found.get();
            return text.substring(0, old.start("value")) + quote(value) + text.substring(old.end("value"));
        }
        int afterName = 1 + name.length();
        return text.substring(0, afterName) + " " + attribute + "=" + quote(value) + text.substring(afterName);
    }

    private Optional<Matcher> find(String wanted) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            if (attribute.group("name").equals(wanted)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** {@code value} as it stands in a tag, with its quotation marks. */
    static String quote(String value) {
        return '"'
                + value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&apos;")
                + '"';
    }

    private static String unescape(String value) {
        return value.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
