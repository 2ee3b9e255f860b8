package io.scflocal.app.testkit;

import io.scflocal.app.fx.Desktop;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** A desktop whose user has decided beforehand. */
public final class HandDesktop implements Desktop {
    private volatile Optional<Path> answer = Optional.empty();
    private volatile String copied = "";

    /** What the user answers to every question from now on. */
    public void answer(Path path) {
        answer = Optional.of(path);
    }

    /** What was copied last; empty before. */
    public String copied() {
        return copied;
    }

    @Override
    public void copy(String text) {
        copied = text;
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        return answer;
    }

    @Override
    public Optional<Path> open(String title) {
        return answer;
    }

    @Override
    public Optional<Path> directory(String title, Optional<Path> startIn) {
        return answer;
    }

    @Override
    public void show(Path directory) {}

    @Override
    public Desktop inFrontOf(Window owner) {
        return this;
    }
}
