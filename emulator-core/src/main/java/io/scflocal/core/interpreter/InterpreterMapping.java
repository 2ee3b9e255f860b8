package io.scflocal.core.interpreter;

import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreters;
import java.util.Optional;

/**
 * One interpreter of the platform and what stands in for it on this machine.
 *
 * @param platformPath path as the start file names it, for example {@code /var/lang/node20/bin/node}
 * @param localPath path of the program that is run instead
 * @param localVersion its version, for example {@code 22.4.1}; empty if it is unknown
 */
public record InterpreterMapping(String platformPath, String localPath, String localVersion) {

    /** What the platform has there; empty for a package manager. */
    public Optional<Interpreter> platform() {
        return Interpreters.parse(platformPath)
                .filter(known -> known.runsScripts(platformPath.substring(platformPath.lastIndexOf('/') + 1)));
    }

    /** Whether the platform runs another version than this machine. */
    public boolean isOtherVersion() {
        return !localVersion.isEmpty()
                && platform().filter(known -> !known.isLike(localVersion)).isPresent();
    }
}
