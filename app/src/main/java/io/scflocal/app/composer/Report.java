package io.scflocal.app.composer;

import java.util.List;

/**
 * What became of the last thing that was done.
 *
 * @param good whether it worked
 * @param textKey key of the sentence that says so
 * @param arguments its arguments
 */
record Report(boolean good, String textKey, List<Object> arguments) {

    static Report done(String textKey, Object... arguments) {
        return new Report(true, textKey, List.of(arguments));
    }

    static Report wrong(String textKey, Object... arguments) {
        return new Report(false, textKey, List.of(arguments));
    }
}
