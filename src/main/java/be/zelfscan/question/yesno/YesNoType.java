package be.zelfscan.question.yesno;

import be.zelfscan.question.OneAnswerType;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Yes or no, and where the question offers them: not clear, and does not apply. */
@Singleton
public class YesNoType extends OneAnswerType {
    /** The labels of the answers; those without one are not offered, but for yes and no. */
    @Serdeable
    public record Own(@Nullable String yes, @Nullable String no, @Nullable String unclear, @Nullable String notApplicable) {
        public Own {
            yes = yes == null ? "Ja" : yes;
            no = no == null ? "Nee" : no;
        }
    }

    @Override
    public String id() {
        return "yes-no";
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    @Override
    public List<Option> options(Question question) {
        Own own = (Own) question.own();
        return Stream.of(Option.of("yes", own.yes()), Option.of("no", own.no()), Option.of("unclear", own.unclear()),
                Option.of("not-applicable", own.notApplicable())).filter(option -> option.label() != null).toList();
    }
}
