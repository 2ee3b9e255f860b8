package io.scflocal.app.cli;

/**
 * Colours of a terminal, or none.
 *
 * @param colour whether to colour at all
 */
record Ink(boolean colour) {

    String good(String text) {
        return in("32", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    String doubtful(String text) {
        return in("33", text);
    }

    String strong(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
