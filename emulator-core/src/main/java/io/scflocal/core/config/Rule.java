package io.scflocal.core.config;

import io.scflocal.core.platform.PlatformLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which texts a setting takes. */
public sealed interface Rule {

    /** Whether the setting takes {@code text}. */
    boolean allows(String text);

    /** The allowed values, as short as possible and the same in every language. */
    String shown();

    /**
     * A whole number: {@code min}, or a multiple of {@code step} up to {@code max}.
     *
     * @param min the least value
     * @param max the greatest value
     * @param step distance of the values
     */
    record Whole(int min, int max, int step) implements Rule {

        static Whole seconds(Duration min, Duration max) {
            return new Whole((int) min.toSeconds(), (int) max.toSeconds(), 1);
        }

        static Whole memory() {
            return new Whole(PlatformLimits.MIN_MEMORY_MB, PlatformLimits.MAX_MEMORY_MB, PlatformLimits.MEMORY_STEP_MB);
        }

        @Override
        public boolean allows(String text) {
            if (!text.matches("[0-9]{1,9}")) {
                return false;
            }
            int number = Integer.parseInt(text);
            return number >= min && number <= max && (number == min || number % step == 0);
        }

        @Override
        public String shown() {
            return step == 1 ? min + " – " + max : min + ", " + step + ", " + 2 * step + " – " + max;
        }
    }

    /**
     * One of a few words.
     *
     * @param words what is allowed
     */
    record Choice(List<String> words) implements Rule {

        static <E> Choice of(E[] values, Function<E, String> word) {
            return new Choice(Stream.of(values).map(word).toList());
        }

        @Override
        public boolean allows(String text) {
            return words.contains(text);
        }

        @Override
        public String shown() {
            return String.join(", ", words);
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Rule {

        @Override
        public boolean allows(String text) {
            return text.equals("true") || text.equals("false");
        }

        @Override
        public String shown() {
            return "true, false";
        }
    }

    /** A decimal number without a sign and without an exponent, less than a million. */
    record Decimal() implements Rule {

        static String written(double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }

        @Override
        public boolean allows(String text) {
            return text.matches("[0-9]{1,6}(?:\\.[0-9]{1,12})?");
        }

        @Override
        public String shown() {
            return "0 – 999999.9…";
        }
    }

    /** Anything but nothing. */
    record Text() implements Rule {

        @Override
        public boolean allows(String text) {
            return !text.isBlank();
        }

        @Override
        public String shown() {
            return "…";
        }
    }
}
