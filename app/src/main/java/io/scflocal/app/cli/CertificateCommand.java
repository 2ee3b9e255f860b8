package io.scflocal.app.cli;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.text.Messages;
import io.scflocal.core.time.Ticker;
import io.scflocal.core.tls.LocalCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code scf-local certificate}: tells or copies the certificate that clients of {@code wss://} are to trust, and how they come to trust
 * it.
 */
final class CertificateCommand {
    private static final String STANDARD_OUTPUT = "-";
    private static final List<String> PLACES = List.of("windows", "macos", "debian", "firefox", "node", "python");

    private final String output;
    private final Terminal terminal;
    private final Messages messages;

    /** Writes to the file {@code output}; empty: to none, {@code -}: the certificate alone to standard output. */
    CertificateCommand(String output, Terminal terminal, Messages messages) {
        this.output = output;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Does it and returns the exit status. */
    int execute() throws UsageException {
        Path directory = UserDirectories.ofSystem().certificates();
        LocalCertificates certificates = new LocalCertificates(directory, Ticker.system());
        try {
            String pem = certificates.authorityPem();
            if (output.equals(STANDARD_OUTPUT)) {
                terminal.out().print(pem);
                return ExitStatus.OK;
            }
            Path file = output.isEmpty() ? certificates.authorityFile() : file();
            if (!output.isEmpty()) {
                Files.writeString(file, pem);
            }
            explain(file);
            return ExitStatus.OK;
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error", messages.get("certificate.error", e)));
            return ExitStatus.INTERNAL_ERROR;
        }
    }

    private Path file() throws UsageException {
        try {
            return Path.of(output).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(messages.get("cli.error.output", output));
        }
    }

    private void explain(Path file) {
        String path = file.toString();
        terminal.out().println(messages.get("certificate.file", path));
        terminal.out().println(messages.get("certificate.safety"));
        for (String place : PLACES) {
            terminal.out().println();
            terminal.out().println(messages.get("certificate." + place));
            messages.get("certificate." + place + ".how", path).lines().forEach(line -> terminal.out()
                    .println("    " + line));
        }
    }
}
