package be.zelfscan.chart;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges a definition as it was read: everything there, sizes above nothing, colours that are colours, fonts that are bundled. */
final class ChartDefinitionCheck {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern FAMILY = Pattern.compile("[A-Za-z][A-Za-z -]*");
    private static final Set<Integer> WEIGHTS = Set.of(400, 500, 600, 700);

    private final List<String> faults = new ArrayList<>();

    List<String> faults(Record definition) {
        check("", definition);
        if (faults.isEmpty() && definition instanceof ChartDefinition datagrafiek) {
            checkRoom(datagrafiek.sizes());
        }
        if (faults.isEmpty() && definition instanceof SheetDefinition sheet) {
            checkRoom(sheet.sheet(), sheet.reserved());
        }
        return List.copyOf(faults);
    }

    private void check(String pointer, Object value) {
        switch (value) {
            case null -> fault(pointer, "missing", "a value");
            case Double size when size <= 0 -> fault(pointer, size.toString(), "a number above 0");
            case String text when text.isBlank() -> fault(pointer, "blank", "a text");
            case String text when pointer.startsWith("/palette/") && !COLOUR.matcher(text).matches() ->
                fault(pointer, text, "a colour as #rrggbb");
            case String text when pointer.startsWith("/type/families/") && !FAMILY.matcher(text).matches() ->
                fault(pointer, text, "a font family of letters, spaces and hyphens");
            case Integer weight when pointer.endsWith("/weight") && !WEIGHTS.contains(weight) ->
                fault(pointer, weight.toString(), "400, 500, 600 or 700");
            case Collection<?> items -> checkItems(pointer, items);
            case Record parts -> checkParts(pointer, parts);
            default -> {
            }
        }
    }

    private void checkItems(String pointer, Collection<?> items) {
        int least = pointer.equals("/palette/ramp") ? 2 : pointer.equals("/layers") ? 0 : 1;
        if (items.size() < least) {
            fault(pointer, items.size() + " items", "at least " + least);
        }
        int index = 0;
        for (Object item : items) {
            check(pointer + "/" + index++, item);
        }
    }

    private void checkParts(String pointer, Record parts) {
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
            try {
                check(pointer + "/" + component.getName(), component.getAccessor().invoke(parts));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void checkRoom(ChartDefinition.Sizes sizes) {
        double taken = sizes.titleColumn() + sizes.closingColumn() + sizes.contextGap() + sizes.contextColumn();
        if (taken >= sizes.width()) {
            fault("/sizes/width", sizes.width() + "", "more than the " + taken + " of its other columns, so that the stages have room");
        }
        if (sizes.smallestRow() > sizes.row()) {
            fault("/sizes/smallestRow", sizes.smallestRow() + "", "at most the row of " + sizes.row());
        }
    }

    private void checkRoom(Sheet sheet, double reserved) {
        double taken = sheet.titleColumn() + reserved;
        if (taken >= sheet.width()) {
            fault("/sheet/width", sheet.width() + "", "more than the " + taken + " of its other columns");
        }
        if (sheet.smallestRow() > sheet.row()) {
            fault("/sheet/smallestRow", sheet.smallestRow() + "", "at most the row of " + sheet.row());
        }
    }

    private void fault(String pointer, String wrong, String expected) {
        faults.add("%s: %s; expected %s".formatted(pointer.isEmpty() ? "/" : pointer, wrong, expected));
    }
}
