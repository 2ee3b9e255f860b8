package io.scflocal.app.session;

import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.Subscription;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The engine that really runs functions.
 *
 * @param emulator does all the work
 */
public record EmulatorEngine(Emulator emulator) implements Engine {

    @Override
    public void start() throws StartFailure {
        emulator.start();
    }

    @Override
    public void reload() {
        emulator.reload();
    }

    @Override
    public void stop() {
        emulator.stop();
    }

    @Override
    public void close() {
        emulator.close();
    }

    @Override
    public EmulatorState state() {
        return emulator.state();
    }

    @Override
    public Optional<StartFailure> failure() {
        return emulator.failure();
    }

    @Override
    public void setTimeouts(Timeouts timeouts) {
        emulator.setTimeouts(timeouts);
    }

    @Override
    public PlatformChoices choices() {
        return emulator.choices();
    }

    @Override
    public void setChoices(PlatformChoices choices) {
        emulator.setChoices(choices);
    }

    @Override
    public Problems problems() {
        return emulator.problems();
    }

    @Override
    public void setSettings(FunctionSettings settings) {
        emulator.setSettings(settings);
    }

    @Override
    public Optional<Instance> instance() {
        return emulator.instance();
    }

    @Override
    public List<InstanceView> instances() {
        return emulator.instances();
    }

    @Override
    public List<InstanceNotice> instanceNotices() {
        return emulator.instanceNotices();
    }

    @Override
    public void setInstanceOptions(InstanceOptions options) {
        emulator.setInstanceOptions(options);
    }

    @Override
    public URI webSocketUri() {
        return emulator.webSocketUri();
    }

    @Override
    public Optional<URI> secureWebSocketUri() {
        return emulator.secureWebSocketUri();
    }

    @Override
    public Optional<StartFailure> noTls() {
        return emulator.noTls();
    }

    @Override
    public int functionPort() {
        return emulator.functionPort();
    }

    @Override
    public CompletionStage<ActResult> act(int connection, ConnectionAct act) {
        return emulator.act(connection, act);
    }

    @Override
    public CaptureReader capture() {
        return emulator.capture();
    }

    @Override
    public CaptureSource captureSource() {
        return emulator.captureSource();
    }

    @Override
    public DiskReport disk() {
        return emulator.disk();
    }

    @Override
    public Invocations invocations() {
        return emulator.invocations();
    }

    @Override
    public InvocationLog log() {
        return emulator.log();
    }

    @Override
    public Subscription addListener(EmulatorListener listener) {
        return emulator.addListener(listener);
    }
}
