package io.scflocal.app.text;

import io.scflocal.core.pack.PackResult;
import io.scflocal.core.platform.PlatformLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what went into an archive; the window and the command line say it in the same words.
 *
 * @param messages the texts of one language
 */
public record PackTexts(Messages messages) {
    private static final int MAX_NAMES = 8;

    /** What was written, what was repaired, what was left out, and whether the cloud takes it: a line each. */
    public List<String> lines(Path target, PackResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.get(
                "pack.written",
                target.toAbsolutePath().normalize().toString(),
                result.files().size(),
                Quantities.bytes(result.contentBytes()),
                Quantities.bytes(result.zipBytes())));
        addNames(lines, "pack.executable", result.madeExecutable());
        addNames(lines, "pack.lines", result.unixLines());
        addNames(lines, "pack.ignored", result.ignored());
        if (result.tooLarge()) {
            lines.add(messages.get("pack.tooLarge", PlatformLimits.MAX_CODE_MB));
        } else if (result.tooLargeForUpload()) {
            lines.add(messages.get("pack.tooLargeForUpload", PlatformLimits.MAX_ZIP_MB));
        }
        return lines;
    }

    private void addNames(List<String> lines, String key, List<String> names) {
        if (!names.isEmpty()) {
            String shown = String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)));
            int more = names.size() - MAX_NAMES;
            lines.add(messages.get(key, more > 0 ? messages.get("pack.more", shown, more) : shown));
        }
    }
}
