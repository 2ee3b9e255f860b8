package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what the parser found wrong. */
final class UsageErrors {
    private UsageErrors() {}

    static UsageException translate(ParameterException problem, Messages messages) {
        return new UsageException(sentence(problem, messages));
    }

    private static String sentence(ParameterException problem, Messages messages) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            boolean run = unmatched.getCommandLine().getCommandName().equals(Grammar.RUN)
                    || unmatched.getCommandLine().getParent() == null;
            String extra = run ? "cli.error.extra" : "cli.error.extraArgument";
            return messages.get(argument.startsWith("-") ? "cli.error.unknownOption" : extra, argument);
        }
        if (problem instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument instanceof OptionSpec option
                    ? messages.get("cli.error.noValue", option.longestName())
                    : missingPositional(missing, (PositionalParamSpec) argument, messages);
        }
        if (problem instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return messages.get("cli.error.twice", option.longestName());
        }
        return problem.getMessage();
    }

    private static String missingPositional(
            MissingParameterException missing, PositionalParamSpec argument, Messages messages) {
        String command = missing.getCommandLine().getCommandName();
        if (command.equals(Grammar.EXPORT)) {
            return messages.get("cli.error.noCapture");
        }
        if (command.equals(CaptureGrammar.IMPORT) || command.equals(CaptureGrammar.STATS)) {
            return messages.get("capture.error.missing." + command);
        }
        return argument.index().min() > 0
                ? messages.get("exec.noCommand")
                : messages.get("cli.error.noFolder", command);
    }
}
