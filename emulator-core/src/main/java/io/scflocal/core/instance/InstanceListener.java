package io.scflocal.core.instance;

/** Told of what happens to instances. Called on any thread, several at the same time; must not block and must not throw. */
public interface InstanceListener {

    /** An instance has another state or another number of connections. */
    default void instanceChanged(InstanceView instance) {}

    /** Something that the user should know. */
    default void noticed(InstanceNotice notice) {}
}
