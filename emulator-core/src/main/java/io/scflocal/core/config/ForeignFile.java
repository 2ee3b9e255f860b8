package io.scflocal.core.config;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configuration file of another tool: which of its keys are taken, which the cloud knows, and which nobody does. */
abstract class ForeignFile {
    private static final System.Logger LOG = System.getLogger(ForeignFile.class.getName());

    private final Path folder;
    private final Origin.Source source;
    private final Map<String, String> variables;
    private final Collected collected;

    /**
     * @param folder the function's folder
     * @param variables what expressions may refer to
     * @param collected receives what is found
     */
    ForeignFile(Path folder, Origin.Source source, Map<String, String> variables, Collected collected) {
        this.folder = folder;
        this.source = source;
        this.variables = variables;
        this.collected = collected;
    }

    /** Names of the file, relative to the folder, the first that exists is read. */
    abstract Set<String> names();

    /** Whether a file that does not stand in the folder itself speaks of this folder. */
    abstract boolean speaksOf(ConfigFile file, Path directory);

    /** The path under which {@link Setting} and the lists of known keys know a value; empty if it is about another function. */
    abstract Optional<String> path(ConfigFile file, String written);

    /** The beginning of the paths of variables. */
    abstract String variables();

    /** Beginnings of paths that the cloud knows and that have no effect here. */
    abstract Set<String> notEmulated();

    /** A chance to say more about a value. */
    abstract void look(String path, String text, Origin origin);

    final Path folder() {
        return folder;
    }

    final Collected collected() {
        return collected;
    }

    final void read() {
        find().ifPresent(this::read);
    }

    /** The file that speaks of this folder: the one in it, or one above that names it. */
    final Optional<Path> find() {
        for (Path directory = folder; directory != null; directory = above(directory)) {
            for (String name : names()) {
                Path file = directory.resolve(name);
                if (Files.isRegularFile(file) && (directory.equals(folder) || speaks(file, directory))) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private boolean speaks(Path file, Path directory) {
        try {
            return speaksOf(ConfigFile.read(file), directory);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Somebody else's broken file above the folder is no business of this function", e);
            return false;
        }
    }

    /** A project's file may stand one or two levels above its functions. */
    private @Nullable Path above(Path directory) {
        return folder.getNameCount() - directory.getNameCount() < 2 ? directory.getParent() : null;
    }

    private void read(Path file) {
        String shown = folder.relativize(file).toString().replace('\\', '/');
        try {
            ConfigFile content = ConfigFile.read(file);
            content.values().forEach((written, entry) -> path(content, written)
                    .ifPresent(path -> take(path, entry.text(), content, new Origin(source, shown, entry.line()))));
        } catch (IOException e) {
            collected.problem(
                    ConfigProblem.Kind.UNREADABLE, new Origin(source, shown, 0), String.valueOf(e.getMessage()));
        }
    }

    private void take(String path, String written, ConfigFile content, Origin origin) {
        Optional<Setting> setting = Setting.at(source, path);
        Optional<String> variable = path.startsWith(variables())
                ? Optional.of(path.substring(variables().length()))
                : Optional.empty();
        if (setting.isEmpty() && variable.isEmpty()) {
            boolean known = notEmulated().stream().anyMatch(begin -> path.matches(begin + "(?:[.\\[].*)?"));
            look(path, written, origin);
            if (!known) {
                collected.problem(ConfigProblem.Kind.UNKNOWN_KEY, origin, path);
            }
            return;
        }
        Optional<String> text = new Expressions(variables, content::text).resolve(written);
        if (text.isEmpty() && variable.isPresent()) {
            collected.unresolvedVariable(variable.get(), origin, path, written);
        } else if (text.isEmpty()) {
            collected.problem(ConfigProblem.Kind.UNRESOLVED, origin, path, written);
        } else if (setting.isPresent()) {
            collected.setting(setting.get(), path, text.get(), origin);
        } else {
            collected.variable(variable.orElseThrow(), text.get(), origin);
        }
    }
}
