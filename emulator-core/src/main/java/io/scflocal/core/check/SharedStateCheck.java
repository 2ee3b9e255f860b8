package io.scflocal.core.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for the chat-room mistake: a collection of the module that message handlers fill and then go through to reach the other
 * connections. It follows names from the handlers on, so what a timer sends to everybody is no finding.
 */
final class SharedStateCheck {
    private static final Pattern HANDLER = Pattern.compile("\\.on\\(\\s*['\"](?:message|connection)['\"]|onmessage\\b|"
            + "addEventListener\\(\\s*['\"]message|\\basync\\s+for\\s+\\w+\\s+in\\b|\\.recv\\(|\\bon_message\\b|"
            + "\\.receive(?:_text|_json|_bytes)?\\(");
    private static final Pattern COLLECTION = Pattern.compile(
            "(?m)^(?:export\\s+)?(?:const\\s+|let\\s+|var\\s+)?([A-Za-z_$][\\w$]*)\\s*(?::[^=\n]+)?=\\s*(?:new\\s+(?:Map|Set|Array)\\b"
                    + "|\\[\\s*]|\\{\\s*}|set\\(|dict\\(|list\\(|(?:collections\\.)?defaultdict\\()");
    private static final Pattern NAME = Pattern.compile(
            "(?m)^(?:export\\s+)?(?:default\\s+)?(?:async\\s+)?(?:function\\s*\\*?|def|class|const|let|var)\\s+([A-Za-z_$][\\w$]*)");
    private static final Pattern SENDS = Pattern.compile("\\.send(?:_\\w+)?\\(|\\bbroadcast\\(|\\.emit\\(");
    private static final Pattern SERVER_CLIENTS =
            Pattern.compile("\\bof\\s+(\\w+\\.clients)\\b|\\b(\\w+\\.clients)\\.forEach\\(");

    private final Findings findings;

    /** A piece of a source from one line that is not indented to the next. */
    private record Block(SourceFile source, int offset, String text) {}

    SharedStateCheck(Findings findings) {
        this.findings = findings;
    }

    void run(List<SourceFile> sources) {
        List<Block> reached = reachedFromHandlers(
                sources.stream().flatMap(SharedStateCheck::blocks).toList());
        if (reached.isEmpty()) {
            return;
        }
        findings.examined(Subject.SHARED_STATE);
        if (reached.stream().noneMatch(block -> SENDS.matcher(block.text()).find())) {
            return;
        }
        for (SourceFile source : sources) {
            COLLECTION.matcher(source.text()).results().forEach(match -> {
                if (isShared(match.group(1), reached)) {
                    findings.add(Finding.of(
                            FindingKind.SHARED_IN_MEMORY, source.path(), source.lineAt(match.start()), match.group(1)));
                }
            });
        }
        reached.forEach(this::checkServerClients);
    }

    private static Stream<Block> blocks(SourceFile source) {
        List<Block> blocks = new ArrayList<>();
        String text = source.text();
        int from = 0;
        for (int at = text.indexOf('\n') + 1; at > 0; at = text.indexOf('\n', at) + 1) {
            if (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ")]}".indexOf(text.charAt(at)) < 0) {
                blocks.add(new Block(source, from, text.substring(from, at)));
                from = at;
            }
        }
        blocks.add(new Block(source, from, text.substring(from)));
        return blocks.stream();
    }

    private static List<Block> reachedFromHandlers(List<Block> blocks) {
        Deque<Block> open = new ArrayDeque<>();
        blocks.stream().filter(block -> HANDLER.matcher(block.text()).find()).forEach(open::add);
        Set<Block> reached = new HashSet<>(open);
        while (!open.isEmpty()) {
            String text = open.remove().text();
            blocks.stream()
                    .filter(block -> !reached.contains(block))
                    .filter(block ->
                            nameOf(block).filter(name -> mentions(text, name)).isPresent())
                    .toList()
                    .forEach(block -> {
                        reached.add(block);
                        open.add(block);
                    });
        }
        return List.copyOf(reached);
    }

    private static Optional<String> nameOf(Block block) {
        Matcher name = NAME.matcher(block.text());
        return name.lookingAt() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static boolean mentions(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            boolean whole = (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
            if (whole) {
                return true;
            }
            at = text.indexOf(name, end);
        }
        return false;
    }

    private static boolean isShared(String name, List<Block> reached) {
        String word = "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])";
        Pattern filled = Pattern.compile(
                word + "(?:\\[[^\\]]*])?\\.(?:set|add|push|append|unshift)\\(|" + word + "\\[[^\\]]+]\\s*=[^=]");
        Pattern goneThrough =
                Pattern.compile("\\bfor\\b[^\n]*\\b(?:of|in)\\s+(?:\\w+\\.|list\\(|set\\()*" + word + "|" + word
                        + "(?:\\[[^\\]]*])?\\.(?:forEach|values|keys|entries|items)\\(|\\bvalues\\(\\s*" + word
                        + "|broadcast\\(\\s*" + word
                        + "|" + word + "\\.get\\([^()]*\\)\\??\\.(?:forEach|send)\\(");
        return reached.stream().anyMatch(block -> filled.matcher(block.text()).find())
                && reached.stream()
                        .anyMatch(block -> goneThrough.matcher(block.text()).find());
    }

    private void checkServerClients(Block block) {
        SERVER_CLIENTS
                .matcher(block.text())
                .results()
                .filter(match -> SENDS.matcher(block.text()).find())
                .limit(1)
                .forEach(match -> findings.add(Finding.of(
                        FindingKind.SHARED_IN_MEMORY,
                        block.source().path(),
                        block.source().lineAt(block.offset() + match.start()),
                        match.group(1) == null ? match.group(2) : match.group(1))));
    }
}
