package io.scflocal.core.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code serverless.yml} of the Serverless Framework with the component {@code scf}. Keys: the component's documentation. */
final class ServerlessFile extends ForeignFile {
    private static final Set<String> NAMES = new LinkedHashSet<>(List.of("serverless.yml", "serverless.yaml"));
    static final String VARIABLES = "inputs.environment.variables.";
    private static final Set<String> NOT_EMULATED = Set.of(
            "org",
            "app",
            "stage",
            "component",
            "name",
            "inputs.(?:src|type|description|role|enableRoleAuth|handler|entryFile|vpcConfig|vpc|layers|deadLetter|"
                    + "publicNetConfig|eip|ignoreTriggers|asyncRunEnable|traceEnable|installDependency|cls|tags|events|"
                    + "protocolType|image|cfs|cfsConfig|provisionedNum|codeType|code|msgTTL|retryNum|triggers|publish|"
                    + "traffic|aliasName|instanceConcurrencyConfig|nodeRuntime|intranetConfig|dnsCache)");

    ServerlessFile(Path folder, Map<String, String> variables, Collected collected) {
        super(folder, Origin.Source.SERVERLESS, variables, collected);
    }

    @Override
    Set<String> names() {
        return NAMES;
    }

    @Override
    boolean speaksOf(ConfigFile file, Path directory) {
        try {
            String source =
                    file.text("inputs.src.src").isEmpty() ? file.text("inputs.src") : file.text("inputs.src.src");
            return !source.isEmpty() && directory.resolve(source).normalize().equals(folder());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    Optional<String> path(ConfigFile file, String written) {
        // Switched off, the number says nothing.
        boolean off = written.startsWith("inputs.instanceConcurrencyConfig.max")
                && file.text("inputs.instanceConcurrencyConfig.enable").equalsIgnoreCase("false");
        return off ? Optional.empty() : Optional.of(written);
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
        boolean other = path.equals("inputs.type") && !text.equalsIgnoreCase("web")
                || path.equals("inputs.protocolType") && !text.equalsIgnoreCase("WS");
        if (other) {
            String ours = path.equals("inputs.type") ? "web" : "WS";
            collected().problem(ConfigProblem.Kind.OTHER_KIND, origin, path, text, ours);
        }
    }
}
