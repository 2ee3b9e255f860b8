package io.scflocal.core.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code cloudbaserc.json} of CloudBase: of its functions, the one that lies in this folder. */
final class CloudbaseFile extends ForeignFile {
    private static final Pattern FUNCTION = Pattern.compile("functions\\[(\\d+)]\\.(.+)");
    private static final String VARIABLES = "envVariables.";
    private static final Set<String> NOT_EMULATED = Set.of(
            "handler",
            "installDependency",
            "triggers",
            "ignore",
            "vpc",
            "type",
            "aclRule",
            "layers",
            "isWaitInstall",
            "dir",
            "functionPath",
            "description",
            "role",
            "instanceConcurrencyConfig",
            "protocolType",
            "protocolParams");

    CloudbaseFile(Path folder, Map<String, String> variables, Collected collected) {
        super(folder, Origin.Source.CLOUDBASE, variables, collected);
    }

    @Override
    Set<String> names() {
        return Set.of("cloudbaserc.json");
    }

    @Override
    boolean speaksOf(ConfigFile file, Path directory) {
        try {
            String root = file.text("functionRoot").isEmpty() ? "functions" : file.text("functionRoot");
            return directory.resolve(root).normalize().equals(folder().getParent())
                    && index(file).isPresent();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The function of the folder's name, or the only one there is. */
    private Optional<String> index(ConfigFile file) {
        String name = String.valueOf(folder().getFileName());
        Optional<String> named = file.values().entrySet().stream()
                .filter(entry -> entry.getKey().matches("functions\\[\\d+]\\.name")
                        && entry.getValue().text().equals(name))
                .map(entry -> entry.getKey().replaceAll("\\D", ""))
                .findFirst();
        boolean only = file.values().keySet().stream().noneMatch(path -> path.startsWith("functions[1]"));
        return named.or(() -> only ? Optional.of("0") : Optional.empty());
    }

    @Override
    Optional<String> path(ConfigFile file, String written) {
        Matcher function = FUNCTION.matcher(written);
        boolean ours = function.matches()
                && index(file).filter(function.group(1)::equals).isPresent();
        return ours ? Optional.of(function.group(2)) : Optional.empty();
    }

    @Override
    String variables() {
        return VARIABLES;
    }

    @Override
    Set<String> notEmulated() {
        return NOT_EMULATED;
    }

    @Override
    void look(String path, String text, Origin origin) {
        if (path.equals("type") && text.equalsIgnoreCase("Event")) {
            collected().problem(ConfigProblem.Kind.OTHER_KIND, origin, path, text, "HTTP");
        }
    }
}
