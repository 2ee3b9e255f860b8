package io.scflocal.core.gateway;

import java.util.List;
import java.util.Locale;

/** Tells what is wrong about the head of a request that is no request as RFC 9112 defines it. */
final class HeadFault {
    private static final char TLS = 0x16;
    private static final int REQUEST_LINE_PARTS = 3;
    private static final int MOST_TEXT = 120;

    private HeadFault() {}

    /**
     * A sentence about {@code head}.
     *
     * @param head its beginning, each byte a char
     */
    static String of(String head) {
        if (head.charAt(0) == TLS) {
            return "A client spoke TLS where ws:// and http:// are spoken; wss:// has a port of its own (--tls-port).";
        }
        int end = head.indexOf('\n');
        String line = (end < 0 ? head : head.substring(0, end)).replaceAll("\r$", "");
        return "A request was answered with 400 and did not reach the function: " + reason(head, line)
                + " Its first line: " + shown(line.replaceAll("\\?\\S*", "?…"));
    }

    private static String reason(String head, String line) {
        if (head.length() >= ClientHead.KEPT) {
            return "its header fields are longer than 1 MB.";
        }
        if (line.isEmpty()) {
            return "an empty line stands before it.";
        }
        if (head.contains("\n") && !head.contains("\r\n")) {
            return "its lines end with a line feed alone, and not with carriage return and line feed.";
        }
        String[] parts = line.split(" ", -1);
        if (parts.length > REQUEST_LINE_PARTS) {
            return "there is a space in its path; write it as %20.";
        }
        if (parts.length < REQUEST_LINE_PARTS || !parts[REQUEST_LINE_PARTS - 1].matches("HTTP/1\\.[0-9]")) {
            return "its first line does not end with HTTP/1.1.";
        }
        if (!parts[1].matches("/.*|\\*|[A-Za-z].*:.*")) {
            return "its path does not begin with /.";
        }
        return fields(parts[REQUEST_LINE_PARTS - 1], List.of(head.split("\r\n|\n")));
    }

    private static String fields(String version, List<String> lines) {
        int hosts = 0;
        int lengths = 0;
        int encodings = 0;
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t' && colon <= 0) {
                return "its line \"" + shown(line) + "\" is no header field.";
            }
            String name = colon < 0 ? "" : line.substring(0, colon);
            if (!name.matches("[!#-'*+.^_`|~0-9A-Za-z-]*")) {
                return "the name of its header field \"" + shown(name) + "\" has a character that no name may have.";
            }
            if (line.matches("(?s).*[\\x00-\\x08\\x0b-\\x1f\\x7f].*")) {
                return "its header field " + shown(name) + " holds a control character.";
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "host" -> hosts++;
                case "transfer-encoding" -> encodings++;
                case "content-length" -> {
                    lengths++;
                    if (!line.substring(colon + 1).strip().matches("[0-9]{1,18}")) {
                        return "its Content-Length is no number.";
                    }
                }
                default -> {}
            }
        }
        return framing(version, hosts, lengths, encodings);
    }

    private static String framing(String version, int hosts, int lengths, int encodings) {
        if (hosts != 1 && !version.equals("HTTP/1.0")) {
            return hosts == 0 ? "it has no Host." : "it has more than one Host.";
        }
        if (lengths > 1) {
            return "it has more than one Content-Length.";
        }
        if (encodings > 0) {
            return lengths > 0
                    ? "it has a Content-Length and a Transfer-Encoding."
                    : "its Transfer-Encoding is not chunked alone.";
        }
        return "it is no request of HTTP/1.1.";
    }

    private static String shown(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e…]", "?");
        return printable.length() <= MOST_TEXT ? printable : printable.substring(0, MOST_TEXT) + "…";
    }
}
