package io.scflocal.core;

/** A registration that lasts until it is closed; closing it twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
