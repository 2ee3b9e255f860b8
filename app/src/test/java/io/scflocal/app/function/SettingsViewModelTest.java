package io.scflocal.app.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.session.Desk;
import io.scflocal.core.config.EnvironmentRow;
import io.scflocal.core.config.EnvironmentRow.Giver;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.Setting;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.platform.Interpreter.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsViewModelTest {
    @TempDir
    private Path directory;

    private Desk desk;
    private SettingsViewModel model;
    private EnvironmentViewModel environment;

    @BeforeEach
    void openAFolder() {
        desk = new Desk(directory.resolve("config"));
        model = new SettingsViewModel(desk.session);
        environment = new EnvironmentViewModel(desk.session);
        desk.session.open(directory);
    }

    private void type(Setting setting, String text) {
        model.entry(setting).textProperty().set(text);
        model.entry(setting).commit();
    }

    @ParameterizedTest
    @CsvSource({
        "MEMORY,64,true", "MEMORY,' 256 ',true", "MEMORY,100,false", "MEMORY,'',false", "MEMORY,1x,false",
        "CONCURRENCY,0,false", "NAME,' ',false", "PRICE_CALLS,0.02,true", "PRICE_CALLS,-1,false", "ON_CUT,1011,true"
    })
    void saysAtOnceWhatIsAllowed(Setting setting, String text, boolean allowed) {
        model.entry(setting).textProperty().set(text);
        assertEquals(allowed, model.entry(setting).validProperty().get());
    }

    @Test
    void aForbiddenValueIsNotAppliedAndStaysUntilItIsReverted() {
        type(Setting.MEMORY, "100");
        assertEquals("100", model.entry(Setting.MEMORY).textProperty().get());
        model.entry(Setting.MEMORY).revert();
        assertEquals("128", model.entry(Setting.MEMORY).textProperty().get());
        assertFalse(directory.resolve("scf-local.json").toFile().exists());
    }

    @Test
    void stepsGoToTheNextAllowedValue() {
        type(Setting.MEMORY, "64");
        model.entry(Setting.MEMORY).stepBy(1);
        model.entry(Setting.MEMORY).stepBy(1);
        assertEquals("256", model.entry(Setting.MEMORY).textProperty().get());
        model.entry(Setting.MEMORY).stepBy(-1);
        model.entry(Setting.MEMORY).stepBy(-1);
        model.entry(Setting.MEMORY).stepBy(-1);
        assertEquals("64", model.entry(Setting.MEMORY).textProperty().get());
    }

    @Test
    void aTimeoutActsAtOnceAndSaysWhereItComesFrom() {
        type(Setting.IDLE_TIMEOUT, "007");
        assertEquals(7, desk.engine().timeouts.idle().toSeconds());
        assertEquals(
                Origin.Source.OWN_FILE,
                model.entry(Setting.IDLE_TIMEOUT).originProperty().get().source());
        assertFalse(model.restartNeededProperty().get());
        model.reset(Setting.IDLE_TIMEOUT);
        assertEquals("15", model.entry(Setting.IDLE_TIMEOUT).textProperty().get());
    }

    @Test
    void interpretersAreChosenAmongThoseOfThisMachine() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        InterpretersViewModel interpreters = new InterpretersViewModel(
                desk.session,
                desk.threads,
                language -> List.of(new LocalPrograms.Installed(Path.of("/usr/bin/" + language.id()), "1.2")));
        assertEquals("1.2", interpreters.installed().get(Language.PHP).get(0).version());
        interpreters.choose(Language.JAVA, "/no/such/java");
        assertEquals(Map.of(), interpreters.chosen().getValue());
        interpreters.choose(Language.JAVA, " " + java);
        assertEquals(java, interpreters.chosen().getValue().get("java").text());
        assertTrue(model.restartNeededProperty().get());
        model.restart();
        assertEquals(
                Map.of("java", Path.of(java)),
                desk.engine().instanceOptions.interpreters().programs());
        assertTrue(interpreters.isByHand(interpreters.chosen().getValue().get("java")));
        interpreters.choose(Language.JAVA, "");
        assertEquals(Map.of(), interpreters.chosen().getValue());
    }

    @Test
    void everyVariableSaysWhoGivesItAndWhatItHides() throws Exception {
        Files.writeString(directory.resolve(".env"), "TZ=Asia/Shanghai\nMODE=old\n");
        desk.session.run();
        environment.put("MODE", "new");
        Map<String, EnvironmentRow> rows = new TreeMap<>();
        environment.all().getValue().forEach(row -> rows.put(row.name(), row));
        assertEquals(
                List.of(new Origin(Origin.Source.DOT_ENV, ".env", 2)),
                rows.get("MODE").hides());
        assertEquals("new", rows.get("MODE").value());
        assertEquals(Optional.of(Giver.PLATFORM), rows.get("TZ").replaced());
        assertEquals(Giver.PLATFORM, rows.get("SCF_NAMESPACE").giver());
        assertEquals(Giver.EMULATOR, rows.get("PYTHONUNBUFFERED").giver());
        assertEquals(
                environment.isSandboxed() ? Giver.PLATFORM : Giver.HOST,
                rows.get("HOME").giver());
        assertEquals("MODE", environment.all().getValue().get(0).name());
    }

    @Test
    void memoryAndPortWaitForTheNextStart() {
        model.entry(Setting.MEMORY).stepBy(1);
        model.entry(Setting.GATEWAY_PORT).stepBy(1);
        assertTrue(model.entry(Setting.MEMORY).waitsProperty().get());
        assertTrue(model.entry(Setting.GATEWAY_PORT).waitsProperty().get());
        assertTrue(model.restartNeededProperty().get());
        model.restart();
        assertFalse(model.restartNeededProperty().get());
        assertEquals(256, desk.engine().options.settings().memoryMb());
        assertEquals(8001, desk.engine().options.gatewayPort());
    }

    @Test
    void variablesAreAddedAndTakenAwayAndNeedARestart() {
        environment.put("MODE", "test");
        environment.put("API_TOKEN", "s3cret");
        assertEquals(
                List.of("API_TOKEN", "MODE"),
                environment.rows().getValue().stream().map(EnvironmentRow::name).toList());
        assertTrue(model.restartNeededProperty().get());
        environment.remove("API_TOKEN");
        model.restart();
        assertEquals(Map.of("MODE", "test"), desk.engine().settings.environment());
    }

    @Test
    void whatThePlatformRefusesIsRefused() {
        assertEquals(Optional.of(EnvironmentViewModel.Fault.NAME), environment.fault("1A", ""));
        assertEquals(Optional.of(EnvironmentViewModel.Fault.RESERVED), environment.fault("SCF_X", ""));
        assertEquals(Optional.of(EnvironmentViewModel.Fault.SIZE), environment.fault("A", "x".repeat(4096)));
        assertEquals(Optional.empty(), environment.fault("A", "x".repeat(4000)));
        environment.put("SCF_X", "1");
        assertEquals(List.of(), environment.rows().getValue());
    }
}
