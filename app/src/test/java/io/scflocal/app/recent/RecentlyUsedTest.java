package io.scflocal.app.recent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only desktops of freedesktop.org have the file")
class RecentlyUsedTest {
    private static final Path PROGRAM = Path.of("/opt/scf-local/bin/scf-local");
    private static final Path CHAT = Path.of("/home/lin/聊天 & more/chat");
    private static final String CHAT_URI = "file:///home/lin/%E8%81%8A%E5%A4%A9%20&amp;%20more/chat";

    /** As GTK's editor, GNOME's file manager, KDE's editor and a browser have left it, and somebody's comment. */
    private static final String OTHERS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <xbel version="1.0"
                  xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
                  xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
            >
              <bookmark href="file:///home/lin/a%20%3E%20b.txt" added="2026-05-01T10:00:00.123456Z" modified="2026-05-01T10:00:00.123459Z" visited="2026-05-01T10:00:00.123457Z">
                <info>
                  <metadata owner="http://freedesktop.org">
                    <mime:mime-type type="text/plain"/>
                    <bookmark:groups>
                      <bookmark:group>gedit</bookmark:group>
                    </bookmark:groups>
                    <bookmark:applications>
                      <bookmark:application name="gedit" exec="&apos;gedit %u&apos;" modified="2026-05-01T10:00:00.123458Z" count="3"/>
                      <bookmark:application name="a > b" exec="'x %u'" modified="2026-05-01T10:00:00Z" count="1"></bookmark:application>
                    </bookmark:applications>
                  </metadata>
                </info>
              </bookmark>
              <!-- <bookmark href="file:///home/lin/hidden"> is no bookmark -->
              <bookmark href="https://example.org/?a=1&amp;b=2" added="2026-05-02T10:00:00Z" modified="2026-05-02T10:00:00Z" visited="2026-05-02T10:00:00Z">
                <title><![CDATA[<bookmark> & co]]></title>
                <info><metadata owner="http://freedesktop.org"><mime:mime-type type="text/html"/><bookmark:applications>
                  <bookmark:application name="Firefox" exec="&apos;firefox %u&apos;" modified="2026-05-02T10:00:00Z" count="1"/></bookmark:applications></metadata></info>
              </bookmark>
              <bookmark href="file:///home/lin/%E8%81%8A%E5%A4%A9%20&amp;%20more/chat" added="2026-05-03T10:00:00Z" modified="2026-05-03T10:00:00Z" visited="1969-12-31T23:59:59Z">
                <info>
                  <metadata owner="http://freedesktop.org">
                    <mime:mime-type type="inode/directory"/>
                    <bookmark:applications>
                      <bookmark:application name="org.kde.kate" exec="kate %u" modified="2026-05-03T10:00:00Z" count="2"/>
                    </bookmark:applications>
                  </metadata>
                </info>
              </bookmark>
            </xbel>
            """;

    @TempDir
    private Path directory;

    private Path file;
    private RecentlyUsed list;

    @BeforeEach
    void open() {
        file = directory.resolve("share").resolve("recently-used.xbel");
        list = new RecentlyUsed(file, PROGRAM);
    }

    private static Instant second(int second) {
        return Instant.parse("2026-11-26T08:00:00.5Z").plusSeconds(second);
    }

    private String written() throws IOException {
        return Files.readString(file);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Path folder(int number) {
        return Path.of("/srv/f" + number);
    }

    private List<String> ours() throws IOException {
        return Bookmark.of(written()).stream()
                .filter(bookmark -> bookmark.ours().isPresent())
                .map(bookmark -> bookmark.first().attribute("href").orElseThrow())
                .toList();
    }

    @Test
    void theFirstFolderMakesTheFileForItsUserOnly() throws IOException {
        list.opened(Path.of("/srv/chat"), second(0));
        assertEquals(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <xbel version="1.0"
                      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
                      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
                >
                  <bookmark href="file:///srv/chat" added="2026-11-26T08:00:00Z" modified="2026-11-26T08:00:00Z" visited="2026-11-26T08:00:00Z">
                    <info>
                      <metadata owner="http://freedesktop.org">
                        <mime:mime-type type="inode/directory"/>
                        <bookmark:applications>
                          <bookmark:application name="SCF Local" exec="&apos;/opt/scf-local/bin/scf-local %f&apos;" modified="2026-11-26T08:00:00Z" count="1"/>
                        </bookmark:applications>
                      </metadata>
                    </info>
                  </bookmark>
                </xbel>
                """,
                written());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whatIsOfOtherProgramsStaysByteForByte() throws IOException {
        write(OTHERS);
        list.opened(Path.of("/srv/chat"), second(0));
        list.opened(Path.of("/srv/chat"), second(1));
        int place = written().indexOf("  <bookmark href=\"file:///srv/chat\"");
        assertEquals(OTHERS.substring(0, place), written().substring(0, place));
        assertTrue(written().contains("count=\"2\""), written());
        assertTrue(new Bookmarks(written()).isUnderstood());
        list.clear();
        assertEquals(OTHERS, written());
    }

    @Test
    void aFolderOfAnotherProgramGetsOurEntryAndLosesIt() throws IOException {
        write(OTHERS);
        list.opened(CHAT, second(0));
        list.opened(CHAT, second(1));
        assertEquals(1, written().split(CHAT_URI.replace("?", "\\?"), -1).length - 1, written());
        assertTrue(
                written().contains("modified=\"2026-11-26T08:00:01Z\" visited=\"2026-11-26T08:00:01Z\">"), written());
        assertTrue(written().contains("name=\"org.kde.kate\" exec=\"kate %u\" modified=\"2026-05-03T10:00:00Z\""));
        list.clear();
        assertEquals(
                OTHERS,
                written()
                        .replace(
                                "modified=\"2026-11-26T08:00:01Z\" visited=\"2026-11-26T08:00:01Z\"",
                                "modified=\"2026-05-03T10:00:00Z\" visited=\"1969-12-31T23:59:59Z\""));
    }

    @Test
    void onlyTheNewestOfOursStay() throws IOException {
        write(OTHERS);
        list.opened(CHAT, second(0));
        for (int number = 1; number <= Bookmarks.MOST; number++) {
            list.opened(folder(number), second(number));
        }
        list.opened(folder(1), second(20));
        list.opened(folder(9), second(21));
        assertEquals(
                Stream.of(1, 3, 4, 5, 6, 7, 8, 9)
                        .map(number -> "file:///srv/f" + number)
                        .toList(),
                ours());
        assertTrue(written().contains(CHAT_URI));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<xbel><bookmark></xbel>",
                "<html/>",
                "<xbel version='1.0'/>",
                "<!DOCTYPE xbel [<!ENTITY a 'b'>]><xbel xmlns:bookmark='x' xmlns:mime='y'></xbel>"
            })
    void whatIsNotUnderstoodIsLeftAlone(String text) throws IOException {
        write(text);
        list.opened(CHAT, second(0));
        list.clear();
        assertEquals(text, written());
    }

    @Test
    void whoHasMadeADirectoryOfItIsLeftAlone() throws IOException {
        Files.createDirectories(file);
        list.opened(CHAT, second(0));
        list.clear();
        assertTrue(Files.isDirectory(file));
        assertEquals(1, file.getParent().toFile().list().length);
    }

    @Test
    void aLinkToTheFileStaysALink() throws IOException {
        Path real = Files.writeString(directory.resolve("real"), OTHERS);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, real);
        list.opened(CHAT, second(0));
        assertTrue(Files.isSymbolicLink(file));
        assertEquals(1, ours().size());
    }

    @Test
    void nothingIsMadeForNothing() {
        list.clear();
        assertFalse(Files.exists(file));
    }

    @Test
    void theCommandIsQuotedAsTheOthersDo() {
        assertEquals("'/opt/scf-local/bin/scf-local %f'", RecentlyUsed.command(PROGRAM));
        assertEquals("''\\''/my programs/scf-local'\\'' %f'", RecentlyUsed.command(Path.of("/my programs/scf-local")));
    }

    @Test
    void aLongListOfOthersIsReadQuickly() throws IOException {
        String one = OTHERS.substring(OTHERS.indexOf("  <bookmark"), OTHERS.indexOf("  <!--"));
        write(OTHERS.replace(one, one.repeat(3000)));
        list.opened(CHAT, second(0));
        assertEquals(1, ours().size());
    }
}
