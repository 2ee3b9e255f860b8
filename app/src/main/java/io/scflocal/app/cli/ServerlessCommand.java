package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.ServerlessUpdate;
import io.scflocal.core.config.TextChange;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;

/**
 * {@code scf-local serverless}: what serverless.yml would have to say for the cloud to run the function as it runs here.
 *
 * @param write whether the file is written, or only shown
 */
record ServerlessCommand(
        FunctionFolder folder, ResolvedSettings settings, boolean write, Terminal terminal, Messages messages) {

    /** Shows the changes, writes them if that was asked for, and returns the exit status. */
    int execute() {
        try {
            ServerlessUpdate update = ServerlessUpdate.of(folder, settings, System.getenv());
            if (update.isUpToDate()) {
                say("serverless.upToDate", update);
                return ExitStatus.OK;
            }
            if (!update.isUnderstood()) {
                say("serverless.notUnderstood", update);
                terminal.out().print(update.wanted());
                return ExitStatus.ERRORS_FOUND;
            }
            update.changes().forEach(this::print);
            if (!write) {
                say("serverless.wouldWrite", update);
                return ExitStatus.OK;
            }
            boolean written = update.write();
            say(written ? "serverless.written" : "serverless.changedMeanwhile", update);
            return written ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error", messages.get("serverless.failed", e)));
            return ExitStatus.INTERNAL_ERROR;
        }
    }

    private void say(String key, ServerlessUpdate update) {
        terminal.out().println(messages.get(key, update.file().toString()));
    }

    private void print(TextChange line) {
        Ink ink = new Ink(terminal.colour());
        terminal.out()
                .println(
                        switch (line.kind()) {
                            case SAME -> line.shown();
                            case REMOVED -> ink.bad(line.shown());
                            case ADDED -> ink.good(line.shown());
                        });
    }
}
