package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.process.Household;
import io.scflocal.core.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** An emulator's engine that starts instances and then does nothing, to be killed. */
final class LaunchAndHang {
    private LaunchAndHang() {}

    /** Arguments: folder, number of sandboxes, port of one plain instance. */
    public static void main(String[] arguments) throws Exception {
        ProcessLauncher.Options options = new ProcessLauncher.Options(
                Duration.ofSeconds(1), System.getenv(), InterpreterChoices.NONE, Household.NONE, false, found -> {});
        ProcessLauncher sandboxes = ProcessLauncher.sandboxed(Ticker.system(), options);
        launch(ProcessLauncher.plain(Ticker.system(), options, false), arguments[0], Integer.parseInt(arguments[2]));
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            starts.add(CompletableFuture.runAsync(() -> launch(sandboxes, arguments[0], 9000)));
        }
        starts.forEach(CompletableFuture::join);
        System.out.println("up");
        new CountDownLatch(1).await();
    }

    private static void launch(ProcessLauncher launcher, String folder, int port) {
        LaunchRequest request = new LaunchRequest(
                "A",
                new FunctionFolder(Path.of(folder)),
                FunctionSettings.defaults("x").withEnvironment(Map.of("LISTEN", Integer.toString(port))),
                Duration.ofSeconds(60),
                port,
                OptionalInt.empty());
        try {
            launcher.launch(request, (stream, line) -> {});
        } catch (StartFailure e) {
            throw new IllegalStateException(e.getMessage() + e.lastOutput(), e);
        }
    }
}
