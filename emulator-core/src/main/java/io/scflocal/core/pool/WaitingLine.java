package io.scflocal.core.pool;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who waits for an instance, in the order of arrival. Guarded by the pool's lock. */
final class WaitingLine {
    private final Map<String, CompletableFuture<Instance>> waiting = new LinkedHashMap<>();
    private final Decisions decisions;

    WaitingLine(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Joins the line; who stood in it under the same id has waited in vain. */
    void join(String requestId, CompletableFuture<Instance> result) {
        Optional.ofNullable(waiting.put(requestId, result))
                .ifPresent(before -> fail(before, StartFailure.cancelled(List.of())));
    }

    void leave(String requestId) {
        waiting.remove(requestId);
    }

    List<String> requestIds() {
        return List.copyOf(waiting.keySet());
    }

    void serve(String requestId, Instance instance) {
        CompletableFuture<Instance> waiter = waiting.remove(requestId);
        decisions.cause(() -> waiter.complete(instance));
    }

    void refuse(String requestId, StartFailure failure) {
        fail(waiting.remove(requestId), failure);
    }

    /** Refuses from the head of the line, until {@code left} wait. */
    void refuseAllBut(long left, StartFailure failure) {
        requestIds().stream()
                .limit(Math.max(0, waiting.size() - left))
                .forEach(requestId -> refuse(requestId, failure));
    }

    private void fail(CompletableFuture<Instance> waiter, StartFailure failure) {
        decisions.cause(() -> waiter.completeExceptionally(failure));
    }
}
