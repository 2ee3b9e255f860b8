package io.scflocal.app.cli;

import io.scflocal.core.Reload;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.export.Redaction;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.platform.BillingEstimate;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.problem.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * What each event says, as the fields of a JSON object; docs/commands.md describes them. Writes into the object that is open. For one thread
 * at a time.
 */
final class JsonFields implements Event.Visitor {
    /** How much of a frame's payload is written, in bytes. */
    static final int MAX_PAYLOAD_BYTES = 64 * 1024;

    private final JsonGenerator json;
    private final CaptureReader capture;
    private final Function<InvocationEnd, BillingEstimate> estimates;

    /**
     * Writes nothing yet.
     *
     * @param capture where the payloads of frames are read
     * @param estimates what an invocation that has ended so may cost
     */
    JsonFields(JsonGenerator json, CaptureReader capture, Function<InvocationEnd, BillingEstimate> estimates) {
        this.json = json;
        this.capture = capture;
        this.estimates = estimates;
    }

    @Override
    public void ready(Event.Ready ready) {
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

    @Override
    public void broken(Event.Broken event) {
        Problem problem = event.problem();
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

    @Override
    public void opened(Event.Opened event) {
        Invocation invocation = event.invocation();
        json.writeStringProperty("event", "opened");
        json.writeNumberProperty("connection", invocation.connection());
        json.writeStringProperty("requestId", invocation.requestId());
        json.writeStringProperty(
                "path", Redaction.SECRETS.target(invocation.handshake().requestTarget()));
        json.writeStringProperty("instance", invocation.instance());
    }

    @Override
    public void frame(Event.Frame event) {
        FrameRecord frame = event.frame();
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

    @Override
    public void closed(Event.Closed event) {
        Invocation invocation = event.invocation();
        InvocationEnd end = event.end();
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

    @Override
    public void summary(Event.Summary summary) {
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

    @Override
    public void logged(Event.Logged event) {
        LogLine line = event.line();
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

    @Override
    public void failed(Event.Failed event) {
        StartFailure failure = event.failure();
        json.writeStringProperty("event", "failed");
        json.writeNumberProperty("status", failure.status().code());
        json.writeStringProperty("reason", String.valueOf(failure.getMessage()));
        json.writeArrayPropertyStart("output");
        failure.lastOutput().forEach(json::writeString);
        json.writeEndArray();
    }

    @Override
    public void instanceChanged(Event.InstanceChanged event) {
        InstanceView instance = event.instance();
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

    @Override
    public void noticed(Event.Noticed event) {
        InstanceNotice notice = event.notice();
        json.writeStringProperty("event", "notice");
        json.writeStringProperty("kind", notice.kind().id());
        json.writeStringProperty("instance", notice.instance());
        json.writeArrayPropertyStart("details");
        notice.details().forEach(json::writeString);
        json.writeEndArray();
    }

    @Override
    public void reloading(Event.Reloading event) {
        Reload reload = event.reload();
        json.writeStringProperty("event", "reload");
        json.writeStringProperty("mode", reload.mode().id());
        json.writeNumberProperty("connections", reload.connections());
        json.writeArrayPropertyStart("changed");
        reload.changed().forEach(json::writeString);
        json.writeEndArray();
    }

    @Override
    public void disk(Event.Disk event) {
        DiskReport report = event.report();
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
