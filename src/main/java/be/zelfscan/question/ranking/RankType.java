package be.zelfscan.question.ranking;

import be.zelfscan.question.Faults;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Widget;
import be.zelfscan.question.choice.ChoiceType;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** So many of several options, in order of importance. */
@Singleton
public class RankType extends RankingType {
    /** @param options what can be put in order */
    @Serdeable
    public record Own(List<Option> options, int min, int max, String item) implements Places {}

    @Override
    public String id() {
        return "rank";
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    @Override
    public List<Option> options(Question question) {
        return ((Own) question.own()).options();
    }

    @Override
    protected List<Option> things(Question question, Instrument in) {
        return options(question);
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        super.check(question, pointer, in, faults);
        ChoiceType.checkOptions(options(question), pointer, faults);
        ChoiceType.checkRange(least(question), most(question), options(question).size(), pointer, faults);
        if (options(question).stream().anyMatch(option -> option.text() || option.exclusive())) {
            faults.add(pointer + "/options", "an option with a text or that excludes others, in an order", "options that are only a label");
        }
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        return Stream.concat(Stream.of(new Widget.Text(String.join(" · ", options(question).stream().map(Option::label).toList()))),
                super.blank(question, in).stream()).toList();
    }
}
