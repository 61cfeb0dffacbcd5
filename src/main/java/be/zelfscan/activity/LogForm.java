package be.zelfscan.activity;

import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The filter of the log as it was filled in. */
public record LogForm(String action, String person, String from, String until) {
    public LogForm {
        person = Texts.clean(person);
        from = Texts.clean(from);
        until = Texts.clean(until);
    }

    ActivityRepository.Filter filter() {
        return new ActivityRepository.Filter(chosen(), person, BelgianDutch.read(from), BelgianDutch.read(until));
    }

    private Optional<Action> chosen() {
        return Arrays.stream(Action.values()).filter(one -> one.name().equals(action)).findFirst();
    }

    public String actionProblem() {
        return action.isEmpty() || chosen().isPresent() ? "" : "Deze handeling kennen we niet. Kies er een uit de lijst.";
    }

    public String fromProblem() {
        return problem(from);
    }

    public String untilProblem() {
        String unreadable = problem(until);
        boolean reversed = unreadable.isEmpty() && BelgianDutch.read(from).isPresent()
                && BelgianDutch.read(until).filter(day -> day.isBefore(BelgianDutch.read(from).get())).isPresent();
        return reversed ? "De laatste dag valt vóór de eerste. Kies een latere dag." : unreadable;
    }

    boolean isRight() {
        return actionProblem().isEmpty() && fromProblem().isEmpty() && untilProblem().isEmpty();
    }

    public boolean isEmpty() {
        return (action + person + from + until).isEmpty();
    }

    /** The address of the lines older than this one. */
    String before(long id) {
        return "/logboek?wat=%s&wie=%s&van=%s&tot=%s&voor=%d".formatted(encoded(action), encoded(person), encoded(from), encoded(until),
                id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String problem(String text) {
        return text.isEmpty() || BelgianDutch.read(text).isPresent() ? ""
                : "‘%s’ is geen datum. Schrijf ze zo: 14/10/2026.".formatted(text);
    }
}
