package io.scflocal.app.logs;

import java.util.regex.Pattern;

/** A text that a regular expression may only look at so often: some expressions would take years with some texts. */
final class PatientText implements CharSequence {
    private static final int LOOKS_PER_CHARACTER = 50;
    private static final int LOOKS_AT_LEAST = 10_000;

    private final String text;
    private int left;

    private PatientText(String text) {
        this.text = text;
        left = LOOKS_AT_LEAST + text.length() * LOOKS_PER_CHARACTER;
    }

    /** Whether {@code pattern} is found; it is not if the patience is over before. */
    static boolean hasIn(Pattern pattern, String text) {
        try {
            return pattern.matcher(new PatientText(text)).find();
        } catch (PatienceOverException | StackOverflowError e) {
            // Said by the result: nobody can wait for an expression like that.
            return false;
        }
    }

    private static final class PatienceOverException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PatienceOverException() {
            super(null, null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        left--;
        if (left < 0) {
            throw new PatienceOverException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
