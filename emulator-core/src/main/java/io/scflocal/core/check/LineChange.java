package io.scflocal.core.check;

/**
 * One line of a preview.
 *
 * @param added whether the line is added or goes away
 * @param text the line with its line ending, if it has one
 */
public record LineChange(boolean added, String text) {

    /** The text with the characters visible that a fix is mostly about: line endings, a byte order mark, blanks at the end. */
    public String visibleText() {
        String visible = text.replace("\ufeff", "<BOM>");
        String line = visible.endsWith("\n") ? visible.substring(0, visible.length() - 1) : visible + "<EOF>";
        String content = line.stripTrailing();
        return content
                + line.substring(content.length())
                        .replace(' ', '·')
                        .replace('\t', '→')
                        .replace("\r", "<CR>");
    }
}
