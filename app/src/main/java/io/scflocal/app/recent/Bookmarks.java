package io.scflocal.app.recent;

import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a bookmark file as the Desktop Bookmark Specification of freedesktop.org has it: XBEL with the programs that have used a
 * thing. What belongs to other programs stays byte for byte; of our own only the newest few are kept.
 *
 * @param xml the whole text
 */
record Bookmarks(String xml) {
    /** As many as the start page lists. */
    static final int MOST = 8;

    /** A file without a bookmark. */
    static final Bookmarks NONE = new Bookmarks(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <xbel version="1.0"
                  xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
                  xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
            >
            </xbel>
            """);

    private static final String ROOT = "xbel";

    /** Whether this is a file that we know well enough to change it. */
    boolean isUnderstood() {
        if (!isWellFormed() || xml.contains("<!DOCTYPE")) {
            return false;
        }
        Tag root = Tag.of(xml).get(0);
        return root.opens(ROOT)
                && !root.closes(ROOT)
                && root.attribute("xmlns:bookmark").isPresent()
                && root.attribute("xmlns:mime").isPresent();
    }

    private boolean isWellFormed() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /**
     * A folder was opened: it is listed as the newest of ours.
     *
     * @param uri of the folder
     * @param command what opens it, in quotation marks of the shell, {@code %f} standing for the folder
     */
    Bookmarks opened(String uri, String command, Instant when) {
        String time = when.truncatedTo(ChronoUnit.SECONDS).toString();
        return Bookmark.of(xml).stream()
                .filter(bookmark -> bookmark.isOf(uri))
                .findFirst()
                .map(bookmark -> usedAgain(bookmark, command, time))
                .orElseGet(() -> added(uri, command, time))
                .keeping(MOST);
    }

    /** Without anything of ours. */
    Bookmarks cleared() {
        return keeping(0);
    }

    private Bookmarks added(String uri, String command, String time) {
        List<Tag> tags = Tag.of(xml);
        int end = tags.get(tags.size() - 1).start();
        return replace(end, end, Bookmark.text(uri, time, Bookmark.entry(command, time, 1)));
    }

    private Bookmarks usedAgain(Bookmark bookmark, String command, String time) {
        Optional<Tag> ours = bookmark.ours();
        Optional<Tag> list = bookmark.list();
        if (list.isEmpty()) {
            return this;
        }
        int from = ours.map(Tag::start).orElse(list.get().end());
        int to = ours.map(bookmark::endOf).orElse(from);
        String entry =
                Bookmark.entry(command, time, 1 + ours.map(Bookmarks::count).orElse(0));
        Tag first = bookmark.first();
        Tag modified = new Tag(first.name(), first.start(), first.with(Bookmark.MODIFIED, time));
        return replace(from, to, entry).replace(first.start(), first.end(), modified.with("visited", time));
    }

    private static int count(Tag entry) {
        return entry.attribute("count")
                .filter(text -> text.matches("[0-9]{1,8}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Leaves so many of ours, the ones used last. */
    private Bookmarks keeping(int most) {
        List<Bookmark> tooOld = Bookmark.of(xml).stream()
                .filter(bookmark -> bookmark.ours().isPresent())
                .sorted(Comparator.comparing(Bookmark::usedByUs).reversed())
                .skip(most)
                .sorted(Comparator.comparing(Bookmark::end).reversed())
                .toList();
        Bookmarks left = this;
        for (Bookmark bookmark : tooOld) {
            left = left.without(bookmark);
        }
        return left;
    }

    /** A bookmark that others use too stays, and only our entry in it goes. */
    private Bookmarks without(Bookmark bookmark) {
        if (bookmark.isOursAlone()) {
            return cut(bookmark.first().start(), bookmark.end());
        }
        Tag ours = bookmark.ours().orElseThrow();
        return cut(ours.start(), bookmark.endOf(ours));
    }

    private Bookmarks replace(int from, int to, String text) {
        return new Bookmarks(xml.substring(0, from) + text + xml.substring(to));
    }

    /** Of a line that held nothing else nothing is left. */
    private Bookmarks cut(int from, int to) {
        int line = xml.lastIndexOf('\n', from) + 1;
        boolean alone = xml.substring(line, from).isBlank() && to < xml.length() && xml.charAt(to) == '\n';
        return alone ? replace(line, to + 1, "") : replace(from, to, "");
    }
}
