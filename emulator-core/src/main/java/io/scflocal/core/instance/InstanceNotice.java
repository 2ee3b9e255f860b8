package io.scflocal.core.instance;

import java.util.List;

/**
 * Something about instances that works here and would not in the cloud, that differs from it, or that does not work as it should.
 *
 * @param kind what it is
 * @param instance id of the instance it is about; empty if it is about all
 * @param details the values that belong to it, in the order that {@link Kind} documents
 */
public record InstanceNotice(Kind kind, String instance, List<String> details) {

    /** What a notice can be about. */
    public enum Kind {
        /** The sandbox can't run. Details: kind of the obstacle, what was said of it, packages that would help. */
        NO_SANDBOX("no-sandbox"),
        /** All connections share one process, since the function does not listen on {@code PORT}. Details: none. */
        SHARED_PROCESS("shared-process"),
        /** The function listens on the loopback address only, where the cloud does not reach it. Details: port. */
        LOOPBACK_ONLY("loopback-only"),
        /**
         * Another version runs than in the cloud. Details: language, version there, version here, path here, name under {@code /var/lang}.
         */
        INTERPRETER_VERSION("interpreter-version"),
        /** The processes use more memory than is configured. Details: MB in use, MB configured. */
        MEMORY_EXCEEDED("memory-exceeded"),
        /** What an emulator left behind that was killed has been cleaned up. Details: number of processes, number of directories. */
        LEFTOVERS_ENDED("leftovers-ended"),
        /** The function can't be debugged as it was to be: nothing of it waits for a debugger. Details: none. */
        NOT_DEBUGGABLE("not-debuggable"),
        /** Files change again and again, soon after each reload: the function writes them itself. Details: their names. */
        RELOAD_LOOP("reload-loop"),
        /** Not all of the folder can be watched, so that its files are looked through now and then. Details: what the system said. */
        NOT_WATCHED("not-watched"),
        /** The folder has more directories than are watched. Details: how many are. */
        TOO_MANY_DIRECTORIES("too-many-directories");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The stable name in machine-readable output. */
        public String id() {
            return id;
        }
    }

    public InstanceNotice {
        details = List.copyOf(details);
    }
}
