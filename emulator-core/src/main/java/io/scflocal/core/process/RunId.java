package io.scflocal.core.process;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark in the environment of the processes of one tree. It names the emulator and its household, so that orphans of a dead one can be
 * told. Thread-safe.
 */
public final class RunId {
    /** The variable whose value it is, so that a process is found again however it detached itself. */
    public static final String VARIABLE = "SCF_LOCAL_RUN_ID";

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})_([0-9a-z]+)_[0-9a-f-]{36}_\\d+");

    private final String prefix;
    private final AtomicLong next = new AtomicLong();

    /** Makes marks for an emulator of that household. */
    public RunId(Household household) {
        prefix = ProcessHandle.current().pid() + "_" + household.name() + "_" + UUID.randomUUID() + "_";
    }

    /** A mark that no other tree has. */
    public String create() {
        return prefix + next.getAndIncrement();
    }

    /** What all marks have in common that this object makes, and no others. */
    public String prefix() {
        return prefix;
    }

    /**
     * Whether the text is a mark of that household and the emulator that made it does not run any more. In doubt it runs: an id that
     * another process has taken over spares orphans, but start times, which differ with every correction of the clock, could cost a living
     * emulator its function.
     */
    public static boolean isOrphaned(String runId, Household household) {
        Matcher form = FORM.matcher(runId);
        return form.matches()
                && form.group(2).equals(household.name())
                && ProcessHandle.of(Long.parseLong(form.group(1))).isEmpty();
    }
}
