package io.scflocal.app.text;

import java.util.Arrays;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The texts of the window, which follow the chosen language while it runs.
 *
 * <p>JavaFX thread only.
 */
public final class Texts {
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(this, "language");
    private volatile Messages messages;

    /** Begins with {@code first}. */
    public Texts(Language first) {
        messages = Messages.in(first);
        language.set(first);
        // An invalidation listener, and the first: a change listener would run after every bound text has been written
        // anew.
        language.addListener(property -> messages = Messages.in(language.get()));
    }

    /** The chosen language; setting it changes every bound text. */
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /** The text of the moment; see {@link Messages#get}. */
    public String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /** The texts of the moment, for code that knows no JavaFX. */
    public Messages messages() {
        return messages;
    }

    /** A text that follows the language, and those of its arguments that are {@link ObservableValue}s. */
    public StringBinding bind(String key, Object... arguments) {
        Observable[] dependencies = new Observable[arguments.length + 1];
        dependencies[0] = language;
        int count = 1;
        for (Object argument : arguments) {
            if (argument instanceof ObservableValue<?> value) {
                dependencies[count++] = value;
            }
        }
        return Bindings.createStringBinding(() -> get(key, values(arguments)), Arrays.copyOf(dependencies, count));
    }

    private static Object[] values(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof ObservableValue<?> value ? value.getValue() : argument)
                .toArray();
    }
}
