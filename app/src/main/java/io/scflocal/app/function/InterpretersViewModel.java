package io.scflocal.app.function;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.core.config.LocalPath;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.Value;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.platform.Interpreter.Language;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * Which programs of this machine run in the place of the platform's interpreters. What the user chooses is kept in the function's folder.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
final class InterpretersViewModel {
    private final EmulatorSession session;
    private final ObservableMap<Language, List<LocalPrograms.Installed>> installed = FXCollections.observableHashMap();

    /**
     * Shows and changes the choices of {@code session}, and looks in the background for what there is to choose from.
     *
     * @param programs all interpreters of a language on this machine; called in the background
     */
    InterpretersViewModel(
            EmulatorSession session, Threads threads, Function<Language, List<LocalPrograms.Installed>> programs) {
        this.session = session;
        threads.background().execute(() -> {
            for (Language language : Language.values()) {
                List<LocalPrograms.Installed> found = programs.apply(language);
                threads.screen().execute(() -> installed.put(language, found));
            }
        });
    }

    /** As the window has it. */
    static InterpretersViewModel ofThisMachine(EmulatorSession session, Threads threads) {
        LocalPrograms programs = new LocalPrograms(System.getenv(), InterpreterChoices.NONE);
        return new InterpretersViewModel(session, threads, programs::installed);
    }

    /** What there is to choose from, as far as it has been found. */
    ObservableMap<Language, List<LocalPrograms.Installed>> installed() {
        return installed;
    }

    /** What is chosen, by the names of {@link InterpreterChoices}. */
    ObservableValue<Map<String, Value>> chosen() {
        return session.settings().currentProperty().map(now -> now.interpreters());
    }

    /** Whether a choice is kept by hand, so that it can be taken back here. */
    boolean isByHand(Value choice) {
        return choice.origin().source() == Origin.Source.OWN_FILE;
    }

    /** The program that {@code text} means, as seen from the function's folder; empty if there is none. */
    Optional<Path> program(String text) {
        try {
            Path base = session.folderProperty().get().map(FunctionFolder::path).orElse(Path.of(""));
            return Stream.of(LocalPath.of(text.strip(), base))
                    .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Chooses a program for a language; an empty text takes the choice back. Does nothing if it is no program, or chosen already. */
    void choose(Language language, String text) {
        Map<String, String> own = byHand();
        String before = own.getOrDefault(language.id(), "");
        if (text.isBlank()) {
            own.remove(language.id());
        } else {
            program(text).ifPresent(path -> own.put(language.id(), path.toString()));
        }
        if (!own.getOrDefault(language.id(), "").equals(before)) {
            session.settings().setInterpreters(own);
        }
    }

    /** Takes back a choice that was made by hand. */
    void forget(String name) {
        Map<String, String> own = byHand();
        if (own.remove(name) != null) {
            session.settings().setInterpreters(own);
        }
    }

    private Map<String, String> byHand() {
        Map<String, String> own = new TreeMap<>();
        session.settings().current().interpreters().forEach((name, choice) -> {
            if (isByHand(choice)) {
                own.put(name, choice.text());
            }
        });
        return own;
    }
}
