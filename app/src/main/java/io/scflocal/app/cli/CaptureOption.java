package io.scflocal.app.cli;

import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** Where captures are and how much they keep: what the command line says, or else what was chosen in the window. */
record CaptureOption(ParseResult parsed, Messages messages) {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6}) ?(B|KB|MB|GB|TB)");
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");
    private static final int BITS_PER_UNIT = 10;

    /** Reads the options of a parsed command, as far as it has them. */
    CaptureOptions read() throws UsageException {
        UserDirectories directories = UserDirectories.ofSystem();
        SettingsFile file = new SettingsFile(directories.config().resolve(SettingsFile.NAME), Runnable::run);
        CaptureOptions chosen = new CaptureSettings(file, directories.captures()).options();
        return new CaptureOptions(root(chosen.root()), limits(chosen.limits()));
    }

    private Path root(Path chosen) throws UsageException {
        String text = parsed.matchedOptionValue(Grammar.CAPTURE_ROOT, chosen.toString());
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(messages.get("cli.error.captureRoot", text));
        }
    }

    private CaptureLimits limits(CaptureLimits chosen) throws UsageException {
        if (!parsed.commandSpec().optionsMap().containsKey(Grammar.CAPTURE_QUOTA)) {
            return chosen;
        }
        return new CaptureLimits(
                size(Grammar.CAPTURE_QUOTA, CaptureLimits.LEAST_QUOTA, CaptureLimits.MOST_QUOTA, chosen.quotaBytes()),
                (int) size(Grammar.CAPTURE_PAYLOAD, 0, CaptureLimits.MOST_PAYLOAD, chosen.longestPayload()));
    }

    private long size(String option, long min, long max, long preset) throws UsageException {
        String text = parsed.matchedOptionValue(option, "");
        if (text.isEmpty()) {
            return preset;
        }
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (size.matches()) {
            long bytes = Long.parseLong(size.group(1)) << BITS_PER_UNIT * UNITS.indexOf(size.group(2));
            if (bytes >= min && bytes <= max) {
                return bytes;
            }
        }
        throw new UsageException(messages.get("cli.error.size", option, (min >> 20) + "MB", label(max), text));
    }

    private static String label(long bytes) {
        return bytes >= 1L << 40 ? (bytes >> 40) + "TB" : (bytes >> 20) + "MB";
    }
}
