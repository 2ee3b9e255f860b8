package io.scflocal.core.instance;

/** Whoever wants to know of a debugger while an instance is being started. Called on the thread that starts it. */
public interface StartWatch {
    /** Nobody does. */
    StartWatch NONE = new StartWatch() {
        @Override
        public void debuggable(int port) {}

        @Override
        public boolean isDebugged() {
            return false;
        }
    };

    /** A debugger can connect to a port of this machine. */
    void debuggable(int port);

    /** Whether one is attached, so that the initialisation timeout pauses. Cheap. */
    boolean isDebugged();
}
