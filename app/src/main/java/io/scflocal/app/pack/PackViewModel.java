package io.scflocal.app.pack;

import io.scflocal.app.fx.Progress;
import io.scflocal.app.fx.Threads;
import io.scflocal.core.check.CheckReport;
import io.scflocal.core.check.FolderCheck;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.pack.FunctionArchive;
import io.scflocal.core.pack.PackPlan;
import io.scflocal.core.pack.PackResult;
import io.scflocal.core.pack.PackedChecks;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Looks at a function's folder as the cloud would, and packs it.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class PackViewModel {
    private static final System.Logger LOG = System.getLogger(PackViewModel.class.getName());

    private final FunctionFolder folder;
    private final FunctionSettings settings;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<Optional<Look>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Nothing());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final BooleanProperty force = new SimpleBooleanProperty();
    private final StringProperty target = new SimpleStringProperty();
    private Progress work;

    /** The archive is written beside the folder unless the user chooses another place. */
    public PackViewModel(FunctionFolder folder, FunctionSettings settings, Threads threads) {
        this.folder = folder;
        this.settings = settings;
        this.threads = threads;
        work = new Progress(threads, progress::set);
        target.set(folder.path().resolveSibling(folder.name() + ".zip").toString());
    }

    /**
     * What there is before anything is packed.
     *
     * @param report what would still be wrong in the cloud
     * @param plan what goes in and what is left out
     */
    public record Look(CheckReport report, PackPlan plan) {}

    /** How far the packing is. */
    public sealed interface Outcome {
        /** It has not begun, or the user has ended it. */
        record Nothing() implements Outcome {}

        /** It is under way. */
        record Running() implements Outcome {}

        /** It is done. */
        record Packed(Path file, PackResult result) implements Outcome {}

        /** It, or the look before it, did not work; {@code reason} names the file. */
        record Failed(IOException reason) implements Outcome {}
    }

    /** The open folder. */
    public FunctionFolder folder() {
        return folder;
    }

    /** Empty until {@link #look()} is done. */
    public ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** How far the packing is. */
    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** How much of the files is packed, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether a function with errors is packed too. */
    public BooleanProperty forceProperty() {
        return force;
    }

    /** Where the archive goes. */
    public StringProperty targetProperty() {
        return target;
    }

    /** Whether {@link #pack()} would do something. */
    public BooleanBinding packable() {
        return Bindings.createBooleanBinding(
                () -> !isRunning() && file().isPresent() && isGoodEnough(), outcome, look, force, target);
    }

    private boolean isRunning() {
        return outcome.get() instanceof Outcome.Running;
    }

    private boolean isGoodEnough() {
        return look.get()
                .filter(seen -> force.get() || !seen.report().hasErrors())
                .isPresent();
    }

    private Optional<Path> file() {
        try {
            String text = target.get().strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(folder.path().resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Runs the checks and lists the files, in the background. */
    public void look() {
        Path zip = file().orElseThrow();
        Progress looking = work;
        threads.background().execute(() -> {
            try {
                Look seen = new Look(
                        PackedChecks.withoutRepaired(FolderCheck.run(folder, settings, looking::isCancelled)),
                        new FunctionArchive(folder.path()).plan(zip));
                threads.screen().execute(() -> look.set(Optional.of(seen)));
            } catch (IOException e) {
                failed(e);
            } catch (CancellationException e) {
                LOG.log(Level.DEBUG, "The look at the folder was given up");
            }
        });
    }

    /** Writes the archive, in the background. */
    public void pack() {
        if (!packable().get()) {
            return;
        }
        Path zip = file().orElseThrow();
        Progress packing = new Progress(threads, progress::set);
        work = packing;
        progress.set(0);
        outcome.set(new Outcome.Running());
        threads.background().execute(() -> {
            try {
                PackResult result = new FunctionArchive(folder.path()).write(zip, packing::report);
                threads.screen().execute(() -> outcome.set(new Outcome.Packed(zip, result)));
            } catch (IOException e) {
                failed(e);
            } catch (CancellationException e) {
                threads.screen().execute(() -> outcome.set(new Outcome.Nothing()));
            }
        });
    }

    private void failed(IOException error) {
        LOG.log(Level.DEBUG, "The function was not packed; the reason is on the screen", error);
        threads.screen().execute(() -> outcome.set(new Outcome.Failed(error)));
    }

    /** Ends what is under way soon, without a result. */
    public void cancel() {
        work.cancel();
    }
}
