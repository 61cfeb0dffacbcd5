package be.zelfscan.report.opening;

import be.zelfscan.web.Shell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes of what was read what the page shows. Pure. */
final class OpeningsView {
    private OpeningsView() {}

    static OpeningPages.Openings of(Shell shell, ReadOpenings.Read read, UUID centreId, OpeningForm form, String done, String problem) {
        String home = "/centrum/" + centreId;
        String address = home + "/openstelling";
        return new OpeningPages.Openings(shell, read.centre(),
                read.openings().stream().map(opening -> line(opening, home, address)).toList(),
                rounds(read.choices(), form), read.mayChange(), form.notes(), address, home, done, problem,
                !form.equals(OpeningForm.EMPTY));
    }

    private static OpeningPages.Line line(Opening opening, String home, String address) {
        String own = address + "/" + opening.id();
        return new OpeningPages.Line(opening, own + "/aanvaarding", own + "/einde",
                home + "/tegenover/" + opening.other() + "/" + opening.roundId());
    }

    private static List<OpeningPages.ChoicesOfRound> rounds(List<OpeningRepository.Choice> choices, OpeningForm form) {
        return choices.stream().collect(Collectors.groupingBy(OpeningRepository.Choice::roundId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream().map(ofRound -> new OpeningPages.ChoicesOfRound(ofRound.getFirst().round(), ofRound.stream().map(choice -> {
                    String value = OpeningForm.value(choice.roundId(), choice.centreId());
                    return new OpeningPages.Choice(value, choice.name(), value.equals(form.choice()));
                }).toList())).toList();
    }
}
