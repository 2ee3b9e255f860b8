package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * What {@code scf-local exec} was asked for.
 *
 * @param function how the function is run
 * @param command the program that speaks to it, with its arguments
 */
record ExecOptions(RunOptions function, List<String> command) {
    /** Several jobs may share a machine, so none of them counts on a port of its own. */
    static ExecOptions from(ParseResult parsed, Messages messages) throws UsageException {
        return new ExecOptions(
                RunOptions.from(parsed, messages).onFreePort(),
                List.of(parsed.matchedPositionalValue(1, new String[0])));
    }
}
