package io.scflocal.core.output;

/** Receives what a process prints, line by line. */
@FunctionalInterface
public interface OutputListener {

    /**
     * One line of output.
     *
     * <p>Called on the pump thread of the stream, so two streams may call at the same time; lines of one stream come in order. May
     * block, which makes the process wait. Must not throw.
     *
     * @param stream where the line was written
     * @param line without its line ending; invalid UTF-8 is replaced; a line longer than the pump's limit comes in several pieces
     */
    void line(OutputStreamKind stream, String line);
}
