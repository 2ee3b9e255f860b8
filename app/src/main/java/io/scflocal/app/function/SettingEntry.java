package io.scflocal.app.function;

import io.scflocal.core.config.Origin;
import io.scflocal.core.config.Rule;
import io.scflocal.core.config.Setting;
import io.scflocal.core.config.Value;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One setting as the user edits it: the text in the field, whether it is allowed, and where the value in force comes from.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
final class SettingEntry {
    private final Setting setting;
    private final Consumer<String> apply;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);
    private final ReadOnlyBooleanWrapper waits = new ReadOnlyBooleanWrapper(this, "waits");
    private final ReadOnlyObjectWrapper<Origin> origin = new ReadOnlyObjectWrapper<>(this, "origin", Origin.DEFAULT);
    private String value = "";

    /** @param apply receives every allowed value that the user has confirmed */
    SettingEntry(Setting setting, Consumer<String> apply) {
        this.setting = setting;
        this.apply = apply;
        text.addListener((property, before, now) -> valid.set(setting.rule().allows(typed())));
    }

    /** What is set. */
    Setting setting() {
        return setting;
    }

    /** What stands in the field. */
    StringProperty textProperty() {
        return text;
    }

    /** Whether what stands in the field is allowed. */
    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Whether the function runs with another value than the one that is set. */
    ReadOnlyBooleanProperty waitsProperty() {
        return waits.getReadOnlyProperty();
    }

    /** Where the value in force comes from. */
    ReadOnlyObjectProperty<Origin> originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** Another value is in force; what the user is typing stays unless the value is a new one. */
    void show(Value shown, boolean waiting) {
        origin.set(shown.origin());
        waits.set(waiting);
        if (!shown.text().equals(value)) {
            value = shown.text();
            text.set(value);
        }
    }

    /** The user is done: applies what stands there if it is allowed and new; leaves it standing otherwise. */
    void commit() {
        if (valid.get() && !canonical().equals(value)) {
            value = canonical();
            text.set(value);
            apply.accept(value);
        }
    }

    /** The user gives up: back to the value in force. */
    void revert() {
        text.set(value);
    }

    /** The next allowed number in a direction (1 or -1), applied at once; does nothing if it is no number. */
    void stepBy(int direction) {
        if (setting.rule() instanceof Rule.Whole rule) {
            int now = Integer.parseInt(value);
            int next = direction > 0 ? (now / rule.step() + 1) * rule.step() : (now - 1) / rule.step() * rule.step();
            text.set(String.valueOf(Math.max(rule.min(), Math.min(rule.max(), next))));
            commit();
        }
    }

    private String typed() {
        return text.get().strip();
    }

    private String canonical() {
        return setting.rule() instanceof Rule.Whole ? String.valueOf(Integer.parseInt(typed())) : typed();
    }
}
