package io.scflocal.app.cli;

import io.scflocal.core.Reload;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.InterpreterMapping;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.problem.Problem;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes each event as one line of JSON in UTF-8; the fields are described in docs/commands.md. */
final class JsonEvents implements EventWriter {
    /** How much of a frame's payload is written, in bytes. */
    static final int MAX_PAYLOAD_BYTES = 64 * 1024;

    private final JsonFactory factory = new JsonFactory();
    private final PrintStream out;
    private final CaptureReader capture;
    private final Function<InvocationEnd, BillingEstimate> estimates;

    JsonEvents(PrintStream out, CaptureReader capture, Function<InvocationEnd, BillingEstimate> estimates) {
        this.out = out;
        this.capture = capture;
        this.estimates = estimates;
    }

    @Override
    public void write(Event event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            fields(event, json);
            json.writeEndObject();
        }
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }

    private void fields(Event event, JsonGenerator json) {
        if (event instanceof Event.Ready ready) {
            ready(ready, json);
        } else if (event instanceof Event.Opened opened) {
            opened(opened.invocation(), json);
        } else if (event instanceof Event.Frame frame) {
            frame(frame.frame(), json);
        } else if (event instanceof Event.Closed closed) {
            closed(closed.invocation(), closed.end(), json);
        } else if (event instanceof Event.Logged logged) {
            logged(logged.line(), json);
        } else if (event instanceof Event.Failed failed) {
            failed(failed.failure(), json);
        } else if (event instanceof Event.InstanceChanged changed) {
            instance(changed.instance(), json);
        } else if (event instanceof Event.Noticed noticed) {
            notice(noticed.notice(), json);
        } else if (event instanceof Event.Broken broken) {
            problem(broken.problem(), json);
        } else if (event instanceof Event.Summary summary) {
            summary(summary, json);
        } else if (event instanceof Event.Reloading reloading) {
            reload(reloading.reload(), json);
        } else if (event instanceof Event.Disk disk) {
            disk(disk.report(), json);
        }
    }

    private static void ready(Event.Ready ready, JsonGenerator json) {
        json.writeStringProperty("event", "ready");
        json.writeStringProperty("ws", ready.ws().toString());
        ready.wss().ifPresent(wss -> json.writeStringProperty("wss", wss.toString()));
        json.writeNumberProperty("pid", ready.pid());
        json.writeNumberProperty("readyMs", ready.readyMillis());
        json.writeArrayPropertyStart("interpreters");
        for (InterpreterMapping mapping : ready.mappings()) {
            json.writeStartObject();
            json.writeStringProperty("path", mapping.platformPath());
            json.writeStringProperty("local", mapping.localPath());
            json.writeStringProperty("version", mapping.localVersion());
            mapping.platform().ifPresent(cloud -> json.writeStringProperty("cloudVersion", cloud.release()));
            json.writeEndObject();
        }
        json.writeEndArray();
        PlatformChoices choices = ready.choices();
        json.writeObjectPropertyStart("choices");
        json.writeStringProperty("onCut", choices.cut().id());
        json.writeBooleanProperty("pingsCount", choices.pingsCount());
        json.writeStringProperty("unclearEnds", choices.unclearEnds().id());
        json.writeStringProperty("limits", choices.limits().policy().id());
        json.writeEndObject();
    }

    private void problem(Problem problem, JsonGenerator json) {
        json.writeStringProperty("event", "problem");
        json.writeStringProperty("kind", problem.kind().id());
        json.writeStringProperty("severity", problem.kind().severity().name().toLowerCase(Locale.ROOT));
        if (problem.connection() != 0) {
            json.writeNumberProperty("connection", problem.connection());
        }
        if (problem.firstFrame() != Problem.NO_FRAME) {
            json.writeNumberProperty("frame", problem.firstFrame());
        }
        json.writeNumberProperty("measured", problem.worst());
        json.writeNumberProperty("limit", problem.limit());
        json.writeStringProperty("source", problem.kind().source());
        json.writeStringProperty("time", time(problem.firstEpochNanos()).toString());
    }

    private static void opened(Invocation invocation, JsonGenerator json) {
        json.writeStringProperty("event", "opened");
        json.writeNumberProperty("connection", invocation.connection());
        json.writeStringProperty("requestId", invocation.requestId());
        json.writeStringProperty("path", invocation.handshake().requestTarget());
        json.writeStringProperty("instance", invocation.instance());
    }

    private void frame(FrameRecord frame, JsonGenerator json) {
        json.writeStringProperty("event", "frame");
        json.writeNumberProperty("number", frame.number());
        json.writeNumberProperty("connection", frame.connection());
        json.writeStringProperty("direction", frame.direction() == Direction.CLIENT_TO_FUNCTION ? "c2f" : "f2c");
        json.writeStringProperty("opcode", frame.header().opcode().name().toLowerCase(Locale.ROOT));
        if (frame.origin() != FrameOrigin.PEER) {
            json.writeStringProperty("origin", frame.origin().word());
        }
        json.writeBooleanProperty("fin", frame.header().fin());
        if (frame.header().rsv1()) {
            json.writeBooleanProperty("rsv1", true);
        }
        json.writeNumberProperty("length", frame.header().payloadLength());
        json.writeStringProperty("time", time(frame.epochNanos()).toString());
        FramePayload payload = FramePayload.read(capture, frame, MAX_PAYLOAD_BYTES);
        payload.text()
                .ifPresentOrElse(
                        text -> json.writeStringProperty("text", text),
                        () -> json.writeBinaryProperty("base64", payload.bytes()));
        if (payload.bytes().length < frame.header().payloadLength()) {
            json.writeBooleanProperty("truncated", true);
        }
    }

    private void closed(Invocation invocation, InvocationEnd end, JsonGenerator json) {
        json.writeStringProperty("event", "closed");
        json.writeNumberProperty("connection", invocation.connection());
        json.writeStringProperty("requestId", invocation.requestId());
        json.writeNumberProperty("status", end.status().code());
        json.writeStringProperty("cause", end.cause().id());
        json.writeNumberProperty("durationMs", TimeUnit.NANOSECONDS.toMillis(end.durationNanos()));
        json.writeNumberProperty(
                "framesUp", invocation.traffic(Direction.CLIENT_TO_FUNCTION).frames());
        json.writeNumberProperty(
                "framesDown", invocation.traffic(Direction.FUNCTION_TO_CLIENT).frames());
        if (end.closeCode() != 0) {
            json.writeNumberProperty("closeCode", end.closeCode());
        }
        if (!end.closeReason().isEmpty()) {
            json.writeStringProperty("closeReason", end.closeReason());
        }
        if (end.httpStatus() != 0) {
            json.writeNumberProperty("httpStatus", end.httpStatus());
        }
        json.writeNumberProperty("estimatedCost", estimates.apply(end).cny());
    }

    private static void summary(Event.Summary summary, JsonGenerator json) {
        json.writeStringProperty("event", "summary");
        json.writeNumberProperty("calls", summary.estimate().calls());
        json.writeNumberProperty("gbSeconds", summary.estimate().gbSeconds());
        json.writeNumberProperty("estimatedCost", summary.estimate().cny());
        json.writeArrayPropertyStart("problems");
        for (Problem problem : summary.problems()) {
            json.writeStartObject();
            json.writeStringProperty("kind", problem.kind().id());
            if (problem.connection() != 0) {
                json.writeNumberProperty("connection", problem.connection());
            }
            json.writeNumberProperty("count", problem.count());
            json.writeNumberProperty("worst", problem.worst());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void logged(LogLine line, JsonGenerator json) {
        json.writeStringProperty("event", "log");
        if (line.requestId().isEmpty()) {
            json.writeNullProperty("requestId");
        } else {
            json.writeStringProperty("requestId", line.requestId());
        }
        String stream =
                switch (line.source()) {
                    case STDOUT -> "stdout";
                    case STDERR -> "stderr";
                    case PLATFORM, PLATFORM_ERROR -> "platform";
                };
        json.writeStringProperty("stream", stream);
        json.writeStringProperty("line", line.text());
        line.keptByTheCloud().ifPresent(kept -> json.writeNumberProperty("cloudKeeps", kept));
    }

    private static void failed(StartFailure failure, JsonGenerator json) {
        json.writeStringProperty("event", "failed");
        json.writeNumberProperty("status", failure.status().code());
        json.writeStringProperty("reason", String.valueOf(failure.getMessage()));
        json.writeArrayPropertyStart("output");
        failure.lastOutput().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void instance(InstanceView instance, JsonGenerator json) {
        json.writeStringProperty("event", "instance");
        json.writeStringProperty("id", instance.id());
        json.writeStringProperty("state", instance.state().id());
        json.writeNumberProperty("pid", instance.pid());
        json.writeNumberProperty("connections", instance.connections());
        json.writeNumberProperty("memoryBytes", instance.memoryBytes());
        instance.coldStart()
                .ifPresent(start ->
                        json.writeNumberProperty("coldStartMs", start.total().toMillis()));
        instance.separation().ifPresent(separation -> json.writeStringProperty("separation", separation.id()));
        instance.debugging().ifPresent(debugging -> {
            json.writeNumberProperty("debugPort", debugging.port());
            json.writeBooleanProperty("debuggerAttached", debugging.attached());
        });
    }

    private static void notice(InstanceNotice notice, JsonGenerator json) {
        json.writeStringProperty("event", "notice");
        json.writeStringProperty("kind", notice.kind().id());
        json.writeStringProperty("instance", notice.instance());
        json.writeArrayPropertyStart("details");
        notice.details().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void reload(Reload reload, JsonGenerator json) {
        json.writeStringProperty("event", "reload");
        json.writeStringProperty("mode", reload.mode().id());
        json.writeNumberProperty("connections", reload.connections());
        json.writeArrayPropertyStart("changed");
        reload.changed().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void disk(DiskReport report, JsonGenerator json) {
        json.writeStringProperty("event", "disk");
        String state =
                switch (report.state()) {
                    case KEEPS_UP -> "ok";
                    case SLOW -> "slow";
                    case FULL -> "full";
                };
        json.writeStringProperty("state", state);
        json.writeStringProperty("directory", report.directory().toString());
        report.failure().ifPresent(failure -> json.writeStringProperty("lost", failure));
    }

    private static Instant time(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos);
    }
}
