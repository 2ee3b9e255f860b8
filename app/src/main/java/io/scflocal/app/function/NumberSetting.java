package io.scflocal.app.function;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A number that the user edits in place: what is typed, whether it is allowed, and the value in force.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class NumberSetting {
    private final int min;
    private final int max;
    private final int step;
    private final IntConsumer apply;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);
    private int value;

    /**
     * Allows {@code min} and the multiples of {@code step} up to {@code max}.
     *
     * @param apply receives every allowed value that the user has confirmed
     */
    public NumberSetting(int min, int max, int step, IntConsumer apply) {
        this.min = min;
        this.max = max;
        this.step = step;
        this.apply = apply;
        text.addListener((property, before, now) -> valid.set(parsed().isPresent()));
    }

    /** What stands in the field. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether what stands in the field is allowed. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** The least value that is allowed. */
    public int min() {
        return min;
    }

    /** The greatest value that is allowed. */
    public int max() {
        return max;
    }

    /** The distance of allowed values. */
    public int step() {
        return step;
    }

    /** Shows another value without applying it. */
    public void show(int shown) {
        value = shown;
        text.set(String.valueOf(shown));
    }

    /** The user is done: applies what stands there if it is allowed and new; leaves it standing otherwise. */
    public void commit() {
        OptionalInt typed = parsed();
        if (typed.isPresent() && typed.getAsInt() != value) {
            show(typed.getAsInt());
            apply.accept(value);
        }
    }

    /** The user gives up: back to the value in force. */
    public void revert() {
        show(value);
    }

    /** The next allowed value in a direction (1 or -1), applied at once. */
    public void stepBy(int direction) {
        int next = direction > 0 ? (value / step + 1) * step : (value - 1) / step * step;
        text.set(String.valueOf(Math.max(min, Math.min(max, next))));
        commit();
    }

    private OptionalInt parsed() {
        try {
            int typed = Integer.parseInt(text.get().strip());
            boolean allowed = typed >= min && typed <= max && (typed == min || typed % step == 0);
            return allowed ? OptionalInt.of(typed) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
