package io.scflocal.core;

import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was noticed about instances, one notice of a kind, and passes everything on. Thread-safe. */
final class InstanceNotes implements InstanceListener {
    private final EmulatorListener next;
    private final List<InstanceNotice> notices = new CopyOnWriteArrayList<>();

    InstanceNotes(EmulatorListener next) {
        this.next = next;
    }

    List<InstanceNotice> notices() {
        return List.copyOf(notices);
    }

    void clear() {
        notices.clear();
    }

    @Override
    public void instanceChanged(InstanceView instance) {
        next.instanceChanged(instance);
    }

    @Override
    public void noticed(InstanceNotice notice) {
        synchronized (notices) {
            notices.removeIf(known -> known.kind() == notice.kind());
            notices.add(notice);
        }
        next.noticed(notice);
    }
}
