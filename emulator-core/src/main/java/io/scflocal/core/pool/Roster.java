package io.scflocal.core.pool;

import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instances of a pool, the oldest first, and who is told of them. Guarded by the pool's lock. */
final class Roster {
    private static final int LETTERS = 26;

    private final Ticker ticker;
    private final Decisions decisions;
    private final InstanceListener listener;
    private final List<PooledInstance> instances = new ArrayList<>();
    private int ordered;

    Roster(Ticker ticker, Decisions decisions, InstanceListener listener) {
        this.ticker = ticker;
        this.decisions = decisions;
        this.listener = listener;
    }

    /** Those that are there, in a list of their own. */
    List<PooledInstance> all() {
        return List.copyOf(instances);
    }

    List<InstanceView> views() {
        long now = ticker.nanos();
        return instances.stream().map(instance -> instance.view(now)).toList();
    }

    /** The oldest that takes one more connection. */
    Optional<PooledInstance> free(int concurrency) {
        return instances.stream()
                .filter(pooled -> pooled.isUsable() && pooled.connections.size() < pooled.room(concurrency))
                .findFirst();
    }

    long starting() {
        return instances.stream()
                .filter(pooled -> pooled.state == InstanceState.STARTING)
                .count();
    }

    /** Whether one more may be started; those of before a reload count only if they hold the one port that there is. */
    boolean hasRoom(int maxInstances) {
        boolean shared = instances.stream().anyMatch(PooledInstance::isShared);
        long counted = instances.stream()
                .filter(pooled -> shared || pooled.state != InstanceState.RETIRED)
                .count();
        return counted < (shared ? 1 : maxInstances);
    }

    /** Whether one is about to go, which makes room; its port may be the one that the next needs. */
    boolean isOneLeaving() {
        return instances.stream().anyMatch(pooled -> !pooled.isUsable() && pooled.state != InstanceState.STARTING);
    }

    PooledInstance order() {
        PooledInstance added = new PooledInstance(name(ordered++), ticker.nanos());
        instances.add(added);
        tell(added);
        return added;
    }

    /** Takes one out that is gone; does nothing if it is out already. */
    void remove(PooledInstance pooled) {
        if (instances.remove(pooled)) {
            become(pooled, InstanceState.ENDED);
            decisions.cause(() -> pooled.gone.complete(null));
        }
    }

    void become(PooledInstance pooled, InstanceState next) {
        pooled.state = next;
        tell(pooled);
    }

    /** Its connections have changed, or its state. */
    void tell(PooledInstance pooled) {
        InstanceView view = pooled.view(ticker.nanos());
        decisions.cause(() -> listener.instanceChanged(view));
    }

    void notice(InstanceNotice.Kind kind, String instance, String... details) {
        decisions.cause(() -> listener.noticed(new InstanceNotice(kind, instance, List.of(details))));
    }

    /** A, B, … Z, A1, B1, … */
    private static String name(int index) {
        String letter = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? letter : letter + index / LETTERS;
    }
}
