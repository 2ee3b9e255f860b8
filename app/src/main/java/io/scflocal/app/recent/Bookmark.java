package io.scflocal.app.recent;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bookmark in the text of a bookmark file.
 *
 * @param tags from its first to its last
 */
record Bookmark(List<Tag> tags) {
    /** What this program is called in the list of the programs that have used a thing. */
    static final String APPLICATION = "SCF Local";

    static final String MODIFIED = "modified";
    private static final String ELEMENT = "bookmark";
    private static final String USERS = "bookmark:applications";
    private static final String USER = "bookmark:application";

    /** All bookmarks of a file. */
    static List<Bookmark> of(String xml) {
        List<Bookmark> bookmarks = new ArrayList<>();
        List<Tag> open = new ArrayList<>();
        for (Tag tag : Tag.of(xml)) {
            if (!open.isEmpty() || tag.opens(ELEMENT)) {
                open.add(tag);
            }
            if (tag.closes(ELEMENT)) {
                bookmarks.add(new Bookmark(List.copyOf(open)));
                open.clear();
            }
        }
        return bookmarks;
    }

    /** A bookmark that no other program has used; {@code entry} is what {@link #entry} gives. */
    static String text(String uri, String time, String entry) {
        return """
                  <bookmark href=%s added=%s modified=%2$s visited=%2$s>
                    <info>
                      <metadata owner="http://freedesktop.org">
                        <mime:mime-type type="inode/directory"/>
                        <bookmark:applications>
                          %s
                        </bookmark:applications>
                      </metadata>
                    </info>
                  </bookmark>
                """
                .formatted(Tag.quote(uri), Tag.quote(time), entry);
    }

    /** This program among those that have used a thing. */
    static String entry(String command, String time, int count) {
        return "<%s name=%s exec=%s modified=%s count=\"%d\"/>"
                .formatted(USER, Tag.quote(APPLICATION), Tag.quote(command), Tag.quote(time), count);
    }

    Tag first() {
        return tags.get(0);
    }

    int end() {
        return tags.get(tags.size() - 1).end();
    }

    boolean isOf(String uri) {
        return first().attribute("href").equals(Optional.of(uri));
    }

    /** Our entry, if we have used it. */
    Optional<Tag> ours() {
        return users().stream()
                .filter(tag -> tag.attribute("name").equals(Optional.of(APPLICATION)))
                .findFirst();
    }

    /** Where an entry of ours can be put; empty if this is no bookmark of a program. */
    Optional<Tag> list() {
        return tags.stream()
                .filter(tag -> tag.opens(USERS) && !tag.closes(USERS))
                .findFirst();
    }

    /** Whether it would be of no program without our entry. */
    boolean isOursAlone() {
        return users().size() == 1;
    }

    /** Where the entry that begins with {@code entry} ends. */
    int endOf(Tag entry) {
        return tags.stream()
                .filter(tag -> tag.start() >= entry.start() && tag.closes(USER))
                .findFirst()
                .orElse(entry)
                .end();
    }

    /** When we have used it last. */
    Instant usedByUs() {
        try {
            return ours().flatMap(tag -> tag.attribute(MODIFIED))
                    .map(Instant::parse)
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private List<Tag> users() {
        return tags.stream().filter(tag -> tag.opens(USER)).toList();
    }
}
