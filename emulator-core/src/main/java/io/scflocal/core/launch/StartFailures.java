package io.scflocal.core.launch;

import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.output.OutputTail;
import io.scflocal.core.port.ListeningSocket;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts what came of a start into the words of a failed one. */
final class StartFailures {
    /** As Node.js and Python say it of a library; a file of the function's own begins with a dot or a slash. */
    private static final Pattern MISSING_MODULE = Pattern.compile(
            "(?:Error: Cannot find (?:module|package)|ModuleNotFoundError: No module named) '([^'./][^']*)'");

    private StartFailures() {}

    static StartFailure noDebugPort(int wanted) {
        String port = Integer.toString(wanted);
        return new StartFailure(
                StartProblem.NO_DEBUG_PORT,
                "No port from " + port + " on is free for a debugger.",
                List.of(port),
                List.of());
    }

    static StartFailure refused(String reason, OutputTail tail) {
        return new StartFailure(
                StartProblem.NOT_STARTED, "The start file was not started: " + reason, List.of(reason), tail.lines());
    }

    /** The process has ended, and everything of it. */
    static StartFailure exited(StartedProcess started, OutputTail tail) {
        List<String> refusals =
                tail.lines().stream().filter(StartCommand::isRefusal).toList();
        if (!refusals.isEmpty()) {
            return refused(refusals.get(0), tail);
        }
        Optional<String> undebuggable = tail.lines().stream()
                .filter(line -> line.startsWith(DebugSetup.NO_DEBUGPY))
                .map(line -> line.substring(DebugSetup.NO_DEBUGPY.length()))
                .findFirst();
        if (undebuggable.isPresent()) {
            return new StartFailure(
                    StartProblem.NO_DEBUGPY,
                    "debugpy is not installed for " + undebuggable.get() + ".",
                    List.of(undebuggable.get()),
                    tail.lines());
        }
        int status = started.process().exitValue();
        Optional<String> module = tail.lines().stream()
                .map(MISSING_MODULE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        if (module.isPresent() && status != 0) {
            return new StartFailure(
                    StartProblem.MODULE_MISSING,
                    "The process of the start file ended with exit status " + status + ", because the module "
                            + module.get() + " is not there.",
                    List.of(Integer.toString(status), module.get()),
                    tail.lines());
        }
        String words = ExitStatus.inWords(status);
        return new StartFailure(
                StartProblem.EXITED_BEFORE_READY,
                "The process of the start file ended before its port opened, with exit status " + status
                        + (words.isEmpty() ? "." : " (" + words + ")."),
                List.of(Integer.toString(status), words),
                tail.lines());
    }

    /** What the start file is to run in was not there in time. */
    static StartFailure notBegun(LaunchRequest request, OutputTail tail) {
        String seconds = seconds(request);
        return new StartFailure(
                StartProblem.NOT_BEGUN,
                "The sandbox was not there within " + seconds + " s, so the start file has not even begun.",
                List.of(seconds),
                tail.lines());
    }

    private static String seconds(LaunchRequest request) {
        return Long.toString(request.initTimeout().toSeconds());
    }

    /** The process runs, but can't be reached where it must. */
    static StartFailure unreachable(LaunchRequest request, List<ListeningSocket> listeners, OutputTail tail) {
        String port = Integer.toString(request.port());
        if (listeners.stream().anyMatch(socket -> socket.port() == request.port())) {
            return new StartFailure(
                    StartProblem.LOOPBACK_ONLY,
                    "The function listens on port " + port
                            + " of the loopback address only, where the cloud does not reach it.",
                    List.of(port),
                    tail.lines());
        }
        String seconds = seconds(request);
        String message = "Nothing accepts connections on port " + port + " after " + seconds + " s";
        if (listeners.isEmpty()) {
            return new StartFailure(StartProblem.NOTHING_LISTENS, message + ".", List.of(seconds), tail.lines());
        }
        String others = listeners.stream()
                .map(socket -> Integer.toString(socket.port()))
                .distinct()
                .collect(Collectors.joining(", "));
        return new StartFailure(
                StartProblem.LISTENS_ELSEWHERE,
                message + "; the process listens on " + others + ".",
                List.of(seconds, others),
                tail.lines());
    }
}
