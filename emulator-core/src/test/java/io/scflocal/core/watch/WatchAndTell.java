package io.scflocal.core.watch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Watches a folder and prints what it is told, until its input ends; for a process that may watch little. */
final class WatchAndTell {
    private WatchAndTell() {}

    /** Argument: the folder. */
    public static void main(String[] arguments) throws IOException {
        FolderWatch.Listener printing = new FolderWatch.Listener() {
            @Override
            public void changed(Set<Path> paths) {
                System.out.println("changed " + paths);
            }

            @Override
            public void incomplete(String reason) {
                System.out.println("incomplete " + reason);
            }
        };
        FolderWatch watch = FolderWatch.start(new FunctionFolder(Path.of(arguments[0])), Ticker.system(), printing);
        System.out.println("watching");
        while (System.in.read() >= 0) {
            // What is typed is nobody's business.
        }
        watch.close();
    }
}
