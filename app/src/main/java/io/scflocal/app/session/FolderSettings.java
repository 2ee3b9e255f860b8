package io.scflocal.app.session;

import io.scflocal.core.config.Origin;
import io.scflocal.core.config.OwnFile;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What holds for the open folder, and how it is changed by hand.
 *
 * <p>JavaFX thread only.
 */
public final class FolderSettings {
    private static final Origin BY_HAND = new Origin(Origin.Source.OWN_FILE, OwnFile.NAME, 0);
    /** What a reload does not change. */
    private static final Set<Setting> FROM_THE_NEXT_START =
            EnumSet.of(Setting.GATEWAY_PORT, Setting.TLS_PORT, Setting.ISOLATION);

    private final Supplier<Optional<FunctionFolder>> folder;
    private final Consumer<ResolvedSettings> live;
    private final Writing writing;
    private final ReadOnlyObjectWrapper<ResolvedSettings> current =
            new ReadOnlyObjectWrapper<>(ResolvedSettings.defaults(""));
    private final ReadOnlyObjectWrapper<ResolvedSettings> started =
            new ReadOnlyObjectWrapper<>(ResolvedSettings.defaults(""));
    private final ReadOnlyObjectWrapper<Optional<IOException>> unsaved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int changesUnderWay;

    /** Where changes by hand are kept. */
    interface Writing {
        /** Makes a change in the background; {@link #written} follows. */
        void write(FunctionFolder folder, EngineRoom.OwnFileChange change);
    }

    /**
     * Of no folder yet.
     *
     * @param folder the open folder
     * @param live told what holds, at once, when something is set by hand
     */
    FolderSettings(Supplier<Optional<FunctionFolder>> folder, Consumer<ResolvedSettings> live, Writing writing) {
        this.folder = folder;
        this.live = live;
        this.writing = writing;
    }

    /** What holds now, each value with where it comes from. */
    public ReadOnlyObjectProperty<ResolvedSettings> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** What holds now. */
    public ResolvedSettings current() {
        return current.get();
    }

    /** What held when the function was started the last time. */
    public ReadOnlyObjectProperty<ResolvedSettings> startedProperty() {
        return started.getReadOnlyProperty();
    }

    /** Why the last change could not be kept; empty if it could. */
    public ReadOnlyObjectProperty<Optional<IOException>> unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** Sets {@code setting} by hand: what can be changed while the function runs acts at once, the rest from the next start on. */
    public void set(Setting setting, String text) {
        change(current().with(setting, text, BY_HAND), file -> file.put(setting, text));
    }

    /** Takes back what was set by hand, so that the other files or the default say what holds. */
    public void reset(Setting setting) {
        change(current(), file -> file.remove(setting));
    }

    /** Sets by hand exactly these variables of the function; they hold from the next start on. */
    public void setVariables(Map<String, String> variables) {
        change(current(), file -> file.putVariables(variables));
    }

    /** Chooses by hand exactly these interpreters, by the names of {@link io.scflocal.core.function.InterpreterChoices}. */
    public void setInterpreters(Map<String, String> programs) {
        change(current(), file -> file.putInterpreters(programs));
    }

    private void change(ResolvedSettings changed, EngineRoom.OwnFileChange change) {
        folder.get().ifPresent(open -> {
            unsaved.set(Optional.empty());
            changesUnderWay++;
            show(changed);
            writing.write(open, change);
        });
    }

    private void show(ResolvedSettings now) {
        current.set(now);
        live.accept(now);
    }

    private boolean isOpen(FunctionFolder read) {
        return folder.get().filter(read::equals).isPresent();
    }

    /** Another folder is about to be read. */
    void opening(FunctionFolder next) {
        current.set(ResolvedSettings.defaults(next.name()));
        changesUnderWay = 0;
    }

    /** This is what a start that begins now takes. */
    void starting(FunctionFolder read, ResolvedSettings now) {
        if (isOpen(read)) {
            started.set(now);
            current.set(now);
        }
    }

    /** This is what a reload that begins now takes. */
    void reloading(FunctionFolder read, ResolvedSettings now) {
        ResolvedSettings asBefore = now;
        for (Setting setting : FROM_THE_NEXT_START) {
            asBefore = asBefore.with(setting, started.get().text(setting), BY_HAND);
        }
        if (isOpen(read)) {
            started.set(asBefore);
            current.set(now);
        }
    }

    /** A change has been written, or given up; this is what holds now. */
    void written(FunctionFolder read, ResolvedSettings now) {
        if (isOpen(read)) {
            changesUnderWay--;
            if (changesUnderWay <= 0) {
                show(now);
            }
        }
    }

    /** A change could not be written. */
    void notWritten(IOException error) {
        unsaved.set(Optional.of(error));
    }
}
