package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the packages of Windows and macOS tell these systems of folders, as far as its text goes: it is built there only. */
class FolderMenusTest {
    private static final Path PACKAGING = Path.of("src/main/packaging");

    @Test
    void windowsStartsTheProgramWithTheFolder() throws Exception {
        String text = Files.readString(PACKAGING.resolve("windows/open-folder.wxs"));
        List<Element> values = elements(parse(text), "RegistryValue");
        assertEquals(
                List.of("\"[INSTALLDIR]SCF Local.exe\" \"%1\"", "\"[INSTALLDIR]SCF Local.exe\" \"%V\""),
                values.stream()
                        .filter(value -> value.getAttribute("Key").equals("command"))
                        .map(value -> value.getAttribute("Value"))
                        .toList());
        assertTrue(
                text.chars().allMatch(character -> character < 128), "the package's code page is not that of Chinese");
        String recipe = Files.readString(PACKAGING.resolve("package.xml"));
        assertTrue(recipe.contains("else=\"SCF Local\""), "the launcher's name");
        assertTrue(recipe.contains("ComponentRef Id=&quot;ScfLocalOpenFolder&quot;"), "what takes the fragment in");
    }

    @Test
    void macOsOffersTheProgramForFolders() throws Exception {
        String part = Files.readString(PACKAGING.resolve("macos/document-types.xml"));
        List<Element> strings = elements(parse("<dict>" + part + "</dict>"), "string");
        assertEquals(
                List.of("Folder of a function", "Viewer", "Alternate", "public.folder"),
                strings.stream().map(Element::getTextContent).toList());
    }

    private static Document parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
