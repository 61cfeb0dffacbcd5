package be.zelfscan.followup;

import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;

import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.ComparisonQueries;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Form;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Finds a round that was opened, with what one can choose in it. */
@Singleton
public class FollowedRounds {
    /**
     * A round that was opened, with its instrument.
     *
     * @param schoolGroups for which its centres worked, by name
     */
    public record FollowedRound(Round round, Questionnaire questionnaire, List<ComparedRound.SchoolGroup> schoolGroups) {
        public UUID id() {
            return round.id();
        }

        public String title() {
            return round.title();
        }

        /** What its instrument calls things. */
        public Words words() {
            return questionnaire.words();
        }

        /** What is said of a block that its instrument does not have. */
        String unknownBlock(String block) {
            return "Deze vragenlijst heeft geen %s ‘%s’. Kies een %s uit de lijst.".formatted(words().block().one(), block,
                    words().block().one());
        }

        public String address() {
            return "/vergelijking/" + id();
        }

        /** The school group with this id, as it was filled in. */
        Optional<UUID> schoolGroup(String chosen) {
            return Form.idOf(chosen).filter(id -> schoolGroups.stream().anyMatch(group -> group.id().equals(id)));
        }
    }

    private final RoundRepository rounds;
    private final Instruments instruments;
    private final ComparisonQueries comparison;
    private final DSLContext sql;

    FollowedRounds(RoundRepository rounds, Instruments instruments, ComparisonQueries comparison, DSLContext sql) {
        this.rounds = rounds;
        this.instruments = instruments;
        this.comparison = comparison;
        this.sql = sql;
    }

    /** @throws ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly
    FollowedRound get(UUID roundId) {
        Round round = rounds.find(roundId).filter(found -> !found.isDraft()).orElseThrow(ComparisonNotFound::round);
        return new FollowedRound(round, instruments.get(round.questionnaire()), comparison.groups(roundId));
    }

    /** The centres of a round that worked for a school group. */
    @ReadOnly
    Set<UUID> centresOf(UUID roundId, UUID schoolGroupId) {
        return sql.select(COMPARED_MEMBERS.CENTRE_ID).from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.SCHOOL_GROUP_ID.eq(schoolGroupId)).fetchSet(COMPARED_MEMBERS.CENTRE_ID);
    }
}
