package io.scflocal.app;

import java.util.Optional;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        EmulatorApp.launchWindow(Optional.empty());
    }
}
