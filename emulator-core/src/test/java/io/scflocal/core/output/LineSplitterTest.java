package io.scflocal.core.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void theSizeOfTheReadsDoesNotShow(int size) {
        split("eins\r\nзвук 图片 🎉\n\nend", 64, size);
        assertEquals(List.of("eins", "звук 图片 🎉", "", "end"), lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12})
    void aLongLineComesInPiecesThatNoCharacterIsCutBy(int limit) {
        String text = "a图图b🎉🎉éé図c".repeat(20);
        split(text + "\nnext\n", limit, 5);
        assertEquals(text + "next", String.join("", lines));
        assertEquals("next", lines.get(lines.size() - 1));
        assertTrue(lines.stream().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= limit));
    }

    @Test
    void invalidBytesAreReplacedAndLoseNoLine() {
        LineSplitter splitter = new LineSplitter(8, lines::add);
        byte[] bytes = {
            'a',
            (byte) 0xff,
            '\n',
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0x80,
            (byte) 0xe5,
            '\n',
            'z'
        };
        splitter.accept(bytes, bytes.length);
        splitter.finish();
        assertEquals("a\ufffd", lines.get(0));
        assertEquals("z", lines.get(lines.size() - 1));
        assertEquals(9, String.join("", lines.subList(1, lines.size() - 1)).length());
    }

    private void split(String text, int limit, int size) {
        LineSplitter splitter = new LineSplitter(limit, lines::add);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += size) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
            splitter.accept(part, part.length);
        }
        splitter.finish();
    }
}
