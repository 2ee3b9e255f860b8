package io.scflocal.core.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks for files that are written under a fixed name elsewhere than in {@code /tmp}, the only place where the platform lets a function
 * write.
 */
final class WriteCheck {
    private static final String JS_PATH =
            "(?:path\\.(?:join|resolve)\\(\\s*(?:__dirname|process\\.cwd\\(\\))\\s*,\\s*)?";
    private static final String LITERAL = "['\"`]([^'\"`\n]+)['\"`]";
    private static final Map<SourceFile.Language, List<Pattern>> WRITES = Map.of(
            SourceFile.Language.JAVASCRIPT,
            List.of(Pattern.compile(
                    "\\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|mkdir|mkdirSync)"
                            + "\\(\\s*" + JS_PATH + LITERAL)),
            SourceFile.Language.PYTHON,
            List.of(
                    Pattern.compile("\\bopen\\(\\s*f?" + LITERAL + "\\s*,\\s*(?:mode\\s*=\\s*)?['\"][rbt]*[wax+]"),
                    Pattern.compile("\\b(?:makedirs|mkdir|FileHandler|sqlite3\\.connect)\\(\\s*f?" + LITERAL)));

    private final Findings findings;

    WriteCheck(Findings findings) {
        this.findings = findings;
    }

    void run(List<SourceFile> sources) {
        if (!sources.isEmpty()) {
            findings.examined(Subject.WRITES);
        }
        for (SourceFile source : sources) {
            for (Pattern write : WRITES.get(source.language())) {
                write.matcher(source.text())
                        .results()
                        .filter(match -> isElsewhere(match.group(1)))
                        .forEach(match -> findings.add(Finding.of(
                                FindingKind.WRITES_OUTSIDE_TMP,
                                source.path(),
                                source.lineAt(match.start()),
                                match.group(1))));
            }
        }
    }

    private static boolean isElsewhere(String path) {
        boolean unknown = path.startsWith("$") || path.startsWith("{") || path.startsWith(":");
        return !unknown && !path.equals("/tmp") && !path.startsWith("/tmp/") && !path.startsWith("/dev/");
    }
}
