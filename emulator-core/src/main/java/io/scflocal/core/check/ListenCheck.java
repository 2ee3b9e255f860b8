package io.scflocal.core.check;

import io.scflocal.core.check.CallArguments.Call;
import io.scflocal.core.platform.PlatformLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for the place where the function listens: its port and its address, as far as they are written down as such. Silent where it
 * sees no such place.
 */
final class ListenCheck {
    private static final Map<SourceFile.Language, Pattern> CALLS = Map.of(
            SourceFile.Language.JAVASCRIPT,
            Pattern.compile("\\.listen\\s*\\(|new\\s+(?:\\w+\\.)*(?:WebSocketServer|Server|WSServer)\\s*\\("),
            SourceFile.Language.PYTHON,
            Pattern.compile("\\b(?:serve|run|run_app|run_simple|create_server|start_server|listen|TCPSite|HTTPServer|"
                    + "make_server|WSGIServer|bind)\\s*\\(\\(?"));
    private static final Pattern NAMED_PORT =
            Pattern.compile("\\bport\\b['\"]?\\s*[:=]\\s*([^,}]+(?:,\\s*['\"]?\\d{1,5}['\"]?\\))?)");
    private static final Pattern LOOPBACK = Pattern.compile("['\"](127\\.0\\.0\\.1|localhost|::1)['\"]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern FROM_VARIABLE = Pattern.compile(
            "(?:process\\.env\\.|process\\.env\\[['\"]|environ\\.get\\(\\s*['\"]|getenv\\(\\s*['\"])(\\w+)['\"]?]?"
                    + "\\s*(?:\\|\\||\\?\\?|,|\\)\\s*or)\\s*['\"]?(\\d{1,5})");

    private final Map<String, String> variables;
    private final Findings findings;

    /**
     * A place where something listens.
     *
     * @param variable the variable that decides about the port; empty if none does
     * @param port the port that is used; 0 if it can't be told
     * @param loopback the loopback address; empty if it is another one or can't be told
     */
    private record Listener(SourceFile source, int line, String variable, int port, Optional<String> loopback) {}

    /** @param variables what the function's process will have besides the platform's */
    ListenCheck(Map<String, String> variables, Findings findings) {
        this.variables = variables;
        this.findings = findings;
    }

    void run(List<SourceFile> sources) {
        List<Listener> listeners = new ArrayList<>();
        for (SourceFile source : sources) {
            CallArguments.of(source.text(), CALLS.get(source.language()))
                    .forEach(call -> listener(source, call).ifPresent(listeners::add));
        }
        boolean right = listeners.stream().anyMatch(listener -> listener.port() == PlatformLimits.FUNCTION_PORT);
        for (Listener listener : listeners) {
            if (!right && listener.port() != 0) {
                findings.add(wrongPort(listener));
            }
            if (listener.loopback().isPresent() && (listener.port() == PlatformLimits.FUNCTION_PORT || !right)) {
                findings.add(Finding.of(
                                FindingKind.LOOPBACK_ONLY,
                                listener.source().path(),
                                listener.line(),
                                listener.loopback().get())
                        .withFix(Fix.Kind.LISTEN_EVERYWHERE));
            }
        }
        if (right) {
            findings.examined(Subject.LISTENING);
        }
    }

    private static Finding wrongPort(Listener listener) {
        String port = Integer.toString(listener.port());
        String file = listener.source().path();
        return listener.variable().isEmpty()
                ? Finding.of(FindingKind.WRONG_PORT, file, listener.line(), port)
                : Finding.of(FindingKind.PORT_FROM_VARIABLE, file, listener.line(), listener.variable(), port);
    }

    private Optional<Listener> listener(SourceFile source, Call call) {
        String all = String.join(", ", call.arguments());
        Matcher named = NAMED_PORT.matcher(all);
        Optional<String> expression = named.find() ? Optional.of(named.group(1)) : positional(call);
        Matcher address = LOOPBACK.matcher(all);
        boolean loopback = address.find();
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        Port port = port(source.text(), expression.get().strip());
        int line = source.lineAt(call.offset());
        int addressLine = loopback ? lineOf(source, call, address.group()) : line;
        return Optional.of(new Listener(
                source,
                loopback ? addressLine : line,
                port.variable(),
                port.number(),
                loopback ? Optional.of(address.group(1)) : Optional.empty()));
    }

    /** A number, or a name that speaks of a port, at the top level of the arguments. */
    private static Optional<String> positional(Call call) {
        return call.arguments().stream()
                .filter(argument -> argument.matches("\\d{2,5}\\)?|\\w*(?i:port)\\w*\\)?")
                        || FROM_VARIABLE.matcher(argument).find())
                .map(argument -> argument.replaceFirst("\\)$", ""))
                .findFirst();
    }

    private static int lineOf(SourceFile source, Call call, String part) {
        return source.lineAt(Math.max(call.offset(), source.text().indexOf(part, call.offset())));
    }

    private record Port(String variable, int number) {}

    private Port port(String text, String expression) {
        if (NAME.matcher(expression).matches()) {
            Matcher definition = Pattern.compile("(?m)^\\s*(?:export\\s+)?(?:const|let|var)?\\s*\\b" + expression
                            + "\\b[^=\n]*=(?!=)\\s*([^;\n]+)")
                    .matcher(text);
            return definition.find() ? value(definition.group(1)) : new Port("", 0);
        }
        return value(expression);
    }

    private Port value(String expression) {
        Matcher variable = FROM_VARIABLE.matcher(expression);
        if (variable.find()) {
            String set = variables.getOrDefault(variable.group(1), "");
            return set.matches("\\d{1,5}")
                    ? new Port("", Integer.parseInt(set))
                    : new Port(variable.group(1), Integer.parseInt(variable.group(2)));
        }
        String number = expression.strip();
        return number.matches("\\d{1,5}") ? new Port("", Integer.parseInt(number)) : new Port("", 0);
    }
}
