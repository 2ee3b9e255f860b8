package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.export.Redaction;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts how connections ended and remembers the first ones that did not end well. Thread-safe. */
final class ConnectionSummary implements EmulatorListener {
    private static final int MAX_TOLD = 20;

    private final Messages messages;
    private final PlatformTexts platform;
    private final Timeouts timeouts;
    private final Map<FunctionStatus, Integer> counts = new EnumMap<>(FunctionStatus.class);
    private final List<String> failures = new ArrayList<>();
    private long framesUp;
    private long framesDown;

    ConnectionSummary(Messages messages, Timeouts timeouts) {
        this.messages = messages;
        this.platform = new PlatformTexts(messages);
        this.timeouts = timeouts;
    }

    @Override
    public synchronized void ended(Invocation invocation) {
        invocation.end().ifPresent(end -> {
            counts.merge(end.status(), 1, Integer::sum);
            framesUp += invocation.traffic(Direction.CLIENT_TO_FUNCTION).frames();
            framesDown += invocation.traffic(Direction.FUNCTION_TO_CLIENT).frames();
            if (!end.status().isSuccess() && failures.size() < MAX_TOLD) {
                failures.add(failure(invocation, end));
            }
        });
    }

    private String failure(Invocation invocation, InvocationEnd end) {
        return messages.get(
                "exec.failure",
                Integer.toString(invocation.connection()),
                Redaction.SECRETS.target(invocation.handshake().requestTarget()),
                Integer.toString(end.status().code()),
                platform.cause(invocation, end, timeouts));
    }

    /** One line in all, and one for each of the first connections that ended badly. */
    synchronized List<String> lines() {
        int connections = counts.values().stream().mapToInt(Integer::intValue).sum();
        String statuses = counts.entrySet().stream()
                .map(entry -> messages.get(
                        "exec.status",
                        entry.getValue(),
                        Integer.toString(entry.getKey().code()),
                        platform.status(entry.getKey())))
                .collect(Collectors.joining(messages.get("exec.and")));
        List<String> lines = new ArrayList<>();
        lines.add(
                connections == 0
                        ? messages.get("exec.noConnections")
                        : messages.get("exec.summary", connections, statuses, framesUp, framesDown));
        lines.addAll(failures);
        int bad = connections - counts.getOrDefault(FunctionStatus.SUCCESS, 0);
        if (bad > failures.size()) {
            lines.add(messages.get("exec.moreFailures", bad - failures.size()));
        }
        return lines;
    }
}
