package io.scflocal.app.checks;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.check.CheckReport;
import io.scflocal.core.check.Fix;
import io.scflocal.core.check.FolderCheck;
import io.scflocal.core.check.Preview;
import io.scflocal.core.check.Repair;
import io.scflocal.core.check.Subject;
import io.scflocal.core.config.FolderConfig;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.time.Ticker;
import io.scflocal.core.watch.FolderWatch;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The problems of the open function: what the checks of its folder find, again whenever a file changes, and what others report.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class ChecksViewModel {
    private static final System.Logger LOG = System.getLogger(ChecksViewModel.class.getName());
    private static final String FOLDER = "folder";
    private static final String CONNECTIONS = "connections";
    private static final String INSTANCES = "instances";

    /** The checks of the folder find them too, and say more. */
    private static final Set<ProblemKind> TOLD_OF_THE_FOLDER =
            EnumSet.of(ProblemKind.ENVIRONMENT, ProblemKind.ENVIRONMENT_NAME);

    private final Threads threads;
    private final InstallViewModel installation;
    private final Map<String, List<ProblemRow>> bySource = new LinkedHashMap<>();
    private final ObservableList<ProblemRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Set<Subject>> passed = new ReadOnlyObjectWrapper<>(Set.of());
    private volatile @Nullable FunctionFolder folder;
    private @Nullable Problems seen;
    private long changesSeen;
    private List<InstanceNotice> noticesSeen = List.of();
    private @Nullable FolderWatch watch;
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    public ChecksViewModel(Threads threads) {
        this.threads = threads;
        installation = new InstallViewModel(threads, this::check);
    }

    /** The installation of what the folder asks for. */
    public InstallViewModel installation() {
        return installation;
    }

    /** Installs what the folder asks for, and looks at the folder anew then. */
    public void install() {
        FunctionFolder open = folder;
        if (open != null) {
            installation.start(open);
        }
    }

    /** Every problem, in the order of their sources. */
    ObservableList<ProblemRow> rows() {
        return rows;
    }

    /** What was looked at and found right. */
    public ReadOnlyObjectProperty<Set<Subject>> passedProperty() {
        return passed.getReadOnlyProperty();
    }

    /** The problems that {@code source} knows now, in the place of those it knew before. */
    void report(String source, List<ProblemRow> problems) {
        bySource.put(source, problems);
        rows.setAll(bySource.values().stream().flatMap(List::stream).toList());
    }

    /** The rules that connections have broken so far; cheap when there is nothing new. Called a few times a second. */
    public void look(Problems problems) {
        long changes = problems.changes();
        if (problems != seen || changes != changesSeen) {
            seen = problems;
            changesSeen = changes;
            // A row for each rule: a thousand connections that break the same one are one thing to mend.
            Map<ProblemKind, List<Problem>> byRule = problems.all().stream()
                    .filter(problem -> !TOLD_OF_THE_FOLDER.contains(problem.kind()))
                    .collect(Collectors.groupingBy(Problem::kind, LinkedHashMap::new, Collectors.toList()));
            report(CONNECTIONS, byRule.values().stream().map(ProblemRow::of).toList());
        }
    }

    /** What was noticed about the instances of this run; cheap when there is nothing new. Called a few times a second. */
    public void look(List<InstanceNotice> notices) {
        if (!notices.equals(noticesSeen)) {
            noticesSeen = notices;
            report(INSTANCES, notices.stream().map(ProblemRow::of).toList());
        }
    }

    /** Whether the list of instances tells of it too. */
    boolean isAboutInstances(ProblemRow row) {
        return bySource.getOrDefault(INSTANCES, List.of()).contains(row);
    }

    /** Another folder is open, or none. */
    public void show(Optional<FunctionFolder> open) {
        folder = open.orElse(null);
        installation.cancel();
        installation.dismiss();
        passed.set(Set.of());
        report(FOLDER, List.of());
        enqueue(() -> {
            endWatch();
            open.filter(this::isShown).ifPresent(this::watch);
        });
        check();
    }

    /** Looks at the folder anew, in the background. */
    public void check() {
        FunctionFolder looked = folder;
        if (looked != null) {
            enqueue(() -> check(looked));
        }
    }

    /** Ends an installation that runs, waiting for it; for the end of the process. Any thread. */
    public void closeNow() {
        installation.cancelNow();
    }

    /** What a fix would change; {@code show} gets it on the JavaFX thread. */
    public void preview(Fix fix, Consumer<Preview> show) {
        repair(repair -> repair.preview(fix), show);
    }

    /** Carries out a fix and looks at the folder anew. */
    public void apply(Fix fix) {
        repair(repair -> repair.apply(fix), done -> check());
    }

    private interface Work {
        Preview on(Repair repair) throws IOException;
    }

    private void repair(Work what, Consumer<Preview> then) {
        FunctionFolder repaired = folder;
        if (repaired != null) {
            enqueue(() -> {
                try {
                    Preview preview = what.on(new Repair(repaired));
                    threads.screen().execute(() -> then.accept(preview));
                } catch (IOException e) {
                    // The finding stays, and the next look says what is wrong.
                    LOG.log(Level.WARNING, "A file can't be repaired: {0}", e.getMessage());
                    check(repaired);
                }
            });
        }
    }

    /** Background only. */
    private void check(FunctionFolder looked) {
        if (!isShown(looked)) {
            return;
        }
        try {
            ResolvedSettings settings = FolderConfig.read(looked, System.getenv());
            CheckReport report = FolderCheck.run(looked, settings.functionSettings(), () -> !isShown(looked));
            List<ProblemRow> found = Stream.concat(
                            report.findings().stream().map(ProblemRow::of),
                            settings.problems().stream().map(ProblemRow::of))
                    .toList();
            threads.screen().execute(() -> {
                if (isShown(looked)) {
                    passed.set(report.passed());
                    report(FOLDER, found);
                }
            });
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The folder can't be checked: {0}", e.getMessage());
        } catch (CancellationException e) {
            LOG.log(Level.DEBUG, "Another folder was opened");
        }
    }

    private boolean isShown(FunctionFolder looked) {
        return looked.equals(folder);
    }

    private void watch(FunctionFolder watched) {
        watch = FolderWatch.start(
                watched, Ticker.system(), paths -> threads.screen().execute(this::check));
    }

    private void endWatch() {
        FolderWatch before = watch;
        watch = null;
        if (before != null) {
            before.close();
        }
    }

    private void enqueue(Runnable task) {
        work = work.thenRunAsync(task, threads.background()).exceptionally(error -> {
            LOG.log(Level.ERROR, "A check failed", error);
            return null;
        });
    }
}
