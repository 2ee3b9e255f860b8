package io.scflocal.app.captures;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.export.ExportFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What exports are called unless the user says otherwise. */
final class ExportNames {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private ExportNames() {}

    /** The function's name and when the capture began, such as {@code chat_room-20261126-093005.har}. */
    static String of(CaptureHeader capture, ExportFormat format, ZoneId zone) {
        String started =
                TIME.format(Instant.EPOCH.plusNanos(capture.startedEpochNanos()).atZone(zone));
        return function(capture.folder()) + "-" + started + "." + format.id();
    }

    /** The last part of a folder's path, which may be one of another system if the capture was imported. */
    private static String function(String folder) {
        String[] parts = folder.split("[/\\\\]");
        String last = parts.length == 0 ? "" : parts[parts.length - 1].replaceAll("[:*?\"<>|\\p{Cntrl}]", "_");
        return last.isEmpty() ? "scf-local" : last;
    }
}
