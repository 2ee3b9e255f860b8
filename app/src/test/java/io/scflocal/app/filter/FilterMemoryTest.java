package io.scflocal.app.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.testkit.Remembered;
import io.scflocal.core.query.ConnectionFacts;
import io.scflocal.core.query.PayloadSource;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilterMemoryTest {
    private final SettingsFile settings = Remembered.nothing();

    @Test
    void everyBuiltInPresetIsAnExpression() {
        FilterPresets.BUILT_IN
                .values()
                .forEach(text -> assertInstanceOf(Query.Expression.class, Query.parse(text), text));
    }

    @Test
    void aKeptFilterIsThereAgainUntilItIsForgotten() {
        FilterPresets presets = new FilterPresets(settings);
        presets.keep("mine", "len > 1KB &&\n dir == c2f");
        assertEquals(
                "len > 1KB && dir == c2f", new FilterPresets(settings).texts().get("mine"));
        presets.forget("mine");
        assertEquals(List.of(), new FilterPresets(settings).own());
        assertFalse(FilterPresets.isName("quiet"));
        assertFalse(FilterPresets.isName("two words"));
        assertTrue(FilterPresets.isName("no-beat_2"));
    }

    @Test
    void aNameStandsForWhatItMeantWhenItIsForgottenOrKeptAgain() {
        FilterViewModel filter = new FilterViewModel(
                () -> new QueryEnvironment(ConnectionFacts.NONE, PayloadSource.NONE, 0, ZoneOffset.UTC),
                () -> {},
                settings);
        filter.textProperty().set("len > 1KB");
        filter.keep("mine");
        assertEquals("$mine", filter.textProperty().get());
        filter.textProperty().set("$mine && $mine-not");
        filter.keep("mine");
        assertEquals("(len > 1KB) && $mine-not", filter.presets().texts().get("mine"));
        filter.forget("mine");
        assertEquals("(len > 1KB) && $mine-not", filter.textProperty().get());
    }

    @Test
    void theHistoryLeadsBackAndForthAndIsRemembered() {
        FilterHistory history = new FilterHistory(settings);
        history.used("a");
        history.used("b");
        history.used("a");
        history.used(" ");
        assertEquals(List.of("a", "b"), new FilterHistory(settings).texts());
        assertEquals(Optional.of("a"), history.older("half"));
        assertEquals(Optional.of("b"), history.older("a"));
        assertEquals(Optional.empty(), history.older("b"));
        assertEquals(Optional.of("a"), history.newer());
        assertEquals(Optional.of("half"), history.newer());
        assertEquals(Optional.empty(), history.newer());
    }

    @Test
    void theHistoryDoesNotOfferWhatStandsThere() {
        FilterHistory history = new FilterHistory(settings);
        history.used("a");
        history.used("b");
        assertEquals(Optional.of("a"), history.older("b"));
        assertEquals(Optional.of("b"), history.newer());
    }

    @Test
    void noMoreIsRememberedThanAMenuCanShow() {
        FilterHistory history = new FilterHistory(settings);
        for (int i = 0; i < 50; i++) {
            history.used("text " + i);
        }
        assertEquals(FilterHistory.MOST, history.texts().size());
        assertEquals("text 49", history.texts().get(0));
    }
}
