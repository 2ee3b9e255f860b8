package io.scflocal.core.config;

/**
 * Where a value comes from.
 *
 * @param source which kind of place
 * @param file the file's path as seen from the function's folder; empty if it is none
 * @param line the line in that file, from 1; 0 if it is none
 */
public record Origin(Source source, String file, int line) {
    /** Nobody has said anything. */
    public static final Origin DEFAULT = new Origin(Source.DEFAULT, "", 0);

    /** The command line of this run. */
    public static final Origin COMMAND_LINE = new Origin(Source.COMMAND_LINE, "", 0);

    /** The places, the strongest first: what stands in one of them hides what stands in those below. */
    public enum Source {
        COMMAND_LINE,
        /** {@code scf-local.json}: what was set by hand. */
        OWN_FILE,
        /** {@code .env}; variables only. */
        DOT_ENV,
        /** {@code serverless.yml}. */
        SERVERLESS,
        /** {@code cloudbaserc.json}. */
        CLOUDBASE,
        DEFAULT
    }

    /** {@code file:line}, or empty if it is no file. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }
}
