package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Keeps docs/commands.md complete, and its Chinese version too. */
class CommandReferenceTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"commands.md", "commands.zh-CN.md"})
    void everyOptionIsExplained(String file) throws IOException {
        String text = Files.readString(DOCS.resolve(file));
        CommandLine parser = Grammar.parser(Messages.in(Language.ENGLISH));
        Set<String> run = options(parser.getSubcommands().get(Grammar.RUN));
        assertEquals(run, tabled(text));
        parser.getSubcommands().forEach((name, command) -> {
            assertTrue(text.contains("scf-local " + name + " "), name);
            options(command).forEach(option -> assertTrue(text.contains(option), name + " " + option));
        });
        Set<String> exec = options(parser.getSubcommands().get(Grammar.EXEC));
        String butThese = text.lines()
                .filter(line -> line.contains("`--watch`") && !line.startsWith("|"))
                .findFirst()
                .orElseThrow();
        run.removeAll(exec);
        run.forEach(option -> assertTrue(butThese.contains("`" + option + "`"), option));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commands.md", "commands.zh-CN.md"})
    void everyWordOfTheEventsIsNamed(String file) throws IOException {
        String text = Files.readString(DOCS.resolve(file));
        Stream.of(
                        Stream.of(EndCause.values()).map(EndCause::id),
                        Stream.of(ProblemKind.values()).map(ProblemKind::id),
                        Stream.of(InstanceNotice.Kind.values()).map(InstanceNotice.Kind::id))
                .flatMap(words -> words)
                .forEach(word -> assertTrue(text.contains("`" + word + "`"), word));
    }

    @Test
    void bothLanguagesNameTheSame() throws IOException {
        assertEquals(rows("commands.md"), rows("commands.zh-CN.md"));
        assertEquals(
                Event.class.getPermittedSubclasses().length,
                rows("commands.md").stream()
                        .dropWhile(row -> !row.get(0).equals("ready"))
                        .count());
    }

    /** The code words of each row of the tables, in their order in the first column, sorted in the others. */
    private static List<List<String>> rows(String file) throws IOException {
        return Files.readAllLines(DOCS.resolve(file)).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> CODE.matcher(line)
                        .results()
                        .map(match -> match.group(1))
                        .toList())
                .map(words -> Stream.concat(
                                words.stream().limit(1), words.stream().skip(1).sorted())
                        .toList())
                .toList();
    }

    private static Set<String> options(CommandLine command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            names.add(option.longestName().equals(Grammar.OUTPUT) ? option.shortestName() : option.longestName());
        }
        names.remove(Grammar.HELP);
        return names;
    }

    private static Set<String> tabled(String text) {
        Set<String> names = new TreeSet<>();
        text.lines().filter(line -> line.startsWith("| `--")).forEach(line -> CODE.matcher(line.split(" \\| ")[0])
                .results()
                .forEach(match -> names.add(match.group(1).split(" ")[0])));
        return names;
    }
}
