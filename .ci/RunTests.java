import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs single tests, named {@code Class#method}, without Maven; ends with 1 if one fails. */
final class RunTests {
    private int passed;
    private int failed;

    public static void main(String[] names) {
        System.exit(new RunTests().run(names) ? 0 : 1);
    }

    private boolean run(String[] names) {
        List<? extends org.junit.platform.engine.DiscoverySelector> selected =
                Stream.of(names).map(name -> selectMethod(name)).toList();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request().selectors(selected).build(), new Listener());
        System.out.println("passed: " + passed + ", failed: " + failed);
        return failed == 0;
    }

    private final class Listener implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            switch (result.getStatus()) {
                case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
                case ABORTED ->
                    System.out.println("skipped: "
                            + result.getThrowable().map(Throwable::getMessage).orElse(""));
                case FAILED -> {
                    failed++;
                    System.out.println("failed: " + test.getDisplayName());
                    result.getThrowable().ifPresent(error -> error.printStackTrace(System.out));
                }
            }
        }
    }
}
