package io.scflocal.app.session;

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
 * What the window needs of an {@link io.scflocal.core.Emulator}, whose contract holds for every method; tests of the window put a
 * prepared one in its place.
 */
public interface Engine extends AutoCloseable {

    /** See {@link io.scflocal.core.Emulator#start()}. */
    void start() throws StartFailure;

    /** See {@link io.scflocal.core.Emulator#reload()}. */
    void reload();

    /** See {@link io.scflocal.core.Emulator#stop()}. */
    void stop();

    @Override
    void close();

    /** See {@link io.scflocal.core.Emulator#state()}. */
    EmulatorState state();

    /** See {@link io.scflocal.core.Emulator#failure()}. */
    Optional<StartFailure> failure();

    /** See {@link io.scflocal.core.Emulator#setTimeouts}. */
    void setTimeouts(Timeouts timeouts);

    /** See {@link io.scflocal.core.Emulator#choices()}. */
    PlatformChoices choices();

    /** See {@link io.scflocal.core.Emulator#setChoices}. */
    void setChoices(PlatformChoices choices);

    /** See {@link io.scflocal.core.Emulator#problems()}. */
    Problems problems();

    /** See {@link io.scflocal.core.Emulator#setSettings}. */
    void setSettings(FunctionSettings settings);

    /** See {@link io.scflocal.core.Emulator#instance()}. */
    Optional<Instance> instance();

    /** See {@link io.scflocal.core.Emulator#instances()}. */
    List<InstanceView> instances();

    /** See {@link io.scflocal.core.Emulator#instanceNotices()}. */
    List<InstanceNotice> instanceNotices();

    /** See {@link io.scflocal.core.Emulator#setInstanceOptions}. */
    void setInstanceOptions(InstanceOptions options);

    /** See {@link io.scflocal.core.Emulator#webSocketUri()}. */
    URI webSocketUri();

    /** See {@link io.scflocal.core.Emulator#secureWebSocketUri()}. */
    Optional<URI> secureWebSocketUri();

    /** See {@link io.scflocal.core.Emulator#noTls()}. */
    Optional<StartFailure> noTls();

    /** See {@link io.scflocal.core.Emulator#functionPort()}. */
    int functionPort();

    /** See {@link io.scflocal.core.Emulator#act}. */
    CompletionStage<ActResult> act(int connection, ConnectionAct act);

    /** See {@link io.scflocal.core.Emulator#capture()}. */
    CaptureReader capture();

    /** See {@link io.scflocal.core.Emulator#captureSource()}. */
    CaptureSource captureSource();

    /** See {@link io.scflocal.core.Emulator#disk()}. */
    DiskReport disk();

    /** See {@link io.scflocal.core.Emulator#invocations()}. */
    Invocations invocations();

    /** See {@link io.scflocal.core.Emulator#log()}. */
    InvocationLog log();

    /** See {@link io.scflocal.core.Emulator#addListener}. */
    Subscription addListener(EmulatorListener listener);
}
