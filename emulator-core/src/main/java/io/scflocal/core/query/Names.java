package io.scflocal.core.query;

import java.util.Arrays;
import java.util.Collection;

/** Finds the name that was probably meant. */
final class Names {
    private Names() {}

    static String nearestField(String name) {
        return nearest(name, Arrays.stream(Field.values()).map(Field::text).toList());
    }

    /** The nearest name, empty if none differs by at most a third of its letters. */
    static String nearest(String name, Collection<String> known) {
        String nearest = "";
        int least = Math.max(1, Math.min(name.length(), 12) / 3) + 1;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** How many letters have to be put in, taken out or replaced; large at once where the lengths are far apart. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 4) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
