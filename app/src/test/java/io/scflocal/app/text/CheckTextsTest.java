package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.scflocal.core.check.Finding;
import io.scflocal.core.check.FindingKind;
import io.scflocal.core.check.Fix;
import io.scflocal.core.check.Severity;
import io.scflocal.core.check.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckTextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatCanBeFoundCanBeSaid(Language language) {
        CheckTexts texts = new CheckTexts(Messages.in(language));
        for (FindingKind kind : FindingKind.values()) {
            Finding finding = new Finding(kind, "file", 1, List.of("1", "2", "3"), Optional.empty());
            Stream.of(texts.what(finding), texts.why(finding), texts.todo(finding))
                    .forEach(text -> assertFalse(text.isBlank() || text.contains("{"), kind + ": " + text));
        }
        Stream.of(Subject.values()).forEach(texts::passed);
        Stream.of(Severity.values()).forEach(texts::severity);
        Stream.of(Fix.Kind.values()).forEach(kind -> texts.fix(new Fix(kind, "file", 1)));
    }
}
