package io.scflocal.app.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Which columns the grid has, in which order and how wide. The payload takes the width that the others leave; where that is too
 * little to read anything, those that are needed least stay away until there is room again.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class ColumnLayout {
    /** Of so many pixels a payload can be told. */
    static final double LEAST_PAYLOAD = 150;

    /** So many are worth more than the flags, of which the detail tells, too. */
    static final double COMFORTABLE_PAYLOAD = 240;

    /** The columns that give way to the payload, in this order. */
    private static final List<Column> SPARE = List.of(Column.FLAGS, Column.DELTA, Column.LENGTH, Column.CONNECTION);

    private final List<Column> order = new ArrayList<>(List.of(Column.values()));
    private final Set<Column> chosen = EnumSet.allOf(Column.class);
    private final Map<Column, Double> widths = new EnumMap<>(Column.class);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
    private double leastNumber;

    /**
     * A column in its place.
     *
     * @param left its left edge, in pixels
     * @param width its width
     */
    record Place(Column column, double left, double width) {}

    /** The columns of a grid of this width, from left to right. */
    List<Place> places(double gridWidth) {
        Set<Column> shown = EnumSet.copyOf(order);
        shown.retainAll(chosen);
        for (Column spare : SPARE) {
            double least = spare == Column.FLAGS ? COMFORTABLE_PAYLOAD : LEAST_PAYLOAD;
            if (shown.contains(Column.PAYLOAD) && gridWidth - widthOf(shown) < least) {
                shown.remove(spare);
            }
        }
        List<Place> places = new ArrayList<>();
        double left = 0;
        for (Column column : order) {
            if (shown.contains(column)) {
                double width = column == Column.PAYLOAD ? Math.max(0, gridWidth - widthOf(shown)) : width(column);
                places.add(new Place(column, left, width));
                left += width;
            }
        }
        return places;
    }

    /** What all of them need but the payload. */
    private double widthOf(Set<Column> columns) {
        return columns.stream()
                .filter(column -> column != Column.PAYLOAD)
                .mapToDouble(this::width)
                .sum();
    }

    private double width(Column column) {
        double width = widths.getOrDefault(column, column.width());
        return column == Column.NUMBER ? Math.max(width, leastNumber) : width;
    }

    /** Whether the user wants a column. */
    boolean isChosen(Column column) {
        return chosen.contains(column);
    }

    /** Shows a column, or leaves it out; one always stays. */
    void choose(Column column, boolean on) {
        if (on) {
            chosen.add(column);
        } else if (chosen.size() > 1) {
            chosen.remove(column);
        }
        changed();
    }

    /** Gives a column another width; the payload's follows from the others. */
    void resize(Column column, double width) {
        widths.put(column, Math.max(Column.MIN_WIDTH, width));
        changed();
    }

    /** Gives a column its first width back. */
    void resetWidth(Column column) {
        widths.remove(column);
        changed();
    }

    /** Puts a column where another one is; those between move up. */
    void move(Column column, Column target) {
        int place = order.indexOf(target);
        order.remove(column);
        order.add(place, column);
        changed();
    }

    /** Puts everything back as it was at first. */
    void reset() {
        order.clear();
        order.addAll(List.of(Column.values()));
        chosen.addAll(order);
        widths.clear();
        changed();
    }

    /** The numbers of the frames need this much room, whatever the user has said. */
    void leastNumberWidth(double width) {
        if (width != leastNumber) {
            leastNumber = width;
            changed();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Changes with everything that this class tells. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** All of it in one line, for {@link #read}. */
    String write() {
        return order.stream()
                .map(column -> (chosen.contains(column) ? "" : "-")
                        + column.name()
                        + (widths.containsKey(column) ? ":" + Math.round(widths.get(column)) : ""))
                .collect(Collectors.joining(" "));
    }

    /** Takes over what {@link #write} once gave; what can't be understood of it is as if it had never been chosen. */
    void read(String text) {
        List<Column> first = new ArrayList<>();
        for (String word : text.split(" ")) {
            String[] parts = word.replace("-", "").split(":");
            Arrays.stream(Column.values())
                    .filter(column -> column.name().equals(parts[0]) && !first.contains(column))
                    .forEach(column -> {
                        first.add(column);
                        take(column, word.startsWith("-"), parts.length > 1 ? parts[1] : "");
                    });
        }
        order.removeAll(first);
        order.addAll(0, first);
        changed();
    }

    private void take(Column column, boolean hidden, String width) {
        if (hidden && chosen.size() > 1) {
            chosen.remove(column);
        }
        if (width.matches("[0-9]{1,4}")) {
            widths.put(column, Math.max(Column.MIN_WIDTH, Double.parseDouble(width)));
        }
    }
}
