package be.zelfscan.comparison;

import be.zelfscan.access.NotAllowed;
import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** The centres of a school group beside each other, by name, and the net as figures; for who leads the group and for the support team. */
@Singleton
public class SchoolGroupComparison {
    /**
     * @param centres those that worked for the group, by name, also those that sent nothing
     * @param figures of these centres together: they are seen by name, so there is no minimum
     * @param net the whole net, when it may be shown
     */
    public record Compared(ComparedRound round, Questionnaire questionnaire, ComparedRound.SchoolGroup group, List<CentreFacts> centres,
            Figures figures,
            GroupFigures net) {
        /** The school group, seen by name, and the net. */
        public List<GroupFigures> distributions() {
            return List.of(new GroupFigures(Optional.of(group.id()), group.name(), Optional.of(figures), GroupFigures.Withheld.NONE), net);
        }

        /** The centres that sent a scan. */
        public List<CentreFacts> sent() {
            return centres.stream().filter(facts -> facts.centre().sent()).toList();
        }
    }

    private final ComparisonQueries queries;
    private final FactQueries facts;
    private final FrozenQueries frozen;
    private final FigureQueries figures;
    private final PublishedFigures published;
    private final Instruments instruments;

    SchoolGroupComparison(ComparisonQueries queries, FactQueries facts, FrozenQueries frozen, FigureQueries figures,
            PublishedFigures published,
            Instruments instruments) {
        this.queries = queries;
        this.facts = facts;
        this.frozen = frozen;
        this.figures = figures;
        this.published = published;
        this.instruments = instruments;
    }

    /**
     * @throws NotAllowed when this person does not lead the school group, nor is of the support team
     * @throws ComparisonNotFound when no centre worked for it in that round; nothing is placed in it; or it is open, and the person not of
     *         the support team
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public Compared of(UUID schoolGroupId, UUID roundId, SignedIn person) {
        return of(schoolGroupId, roundId, person.personId(), person.rolesInNet());
    }

    /**
     * The same as who leads the school group may see it, in a mail.
     *
     * @throws NotAllowed when this person does not lead it
     * @throws ComparisonNotFound when no centre worked for it in that round; nothing is placed in it; or it is open
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public Compared ofLeader(UUID schoolGroupId, UUID roundId, UUID leaderId) {
        return of(schoolGroupId, roundId, leaderId, EnumSet.noneOf(Role.class));
    }

    private Compared of(UUID schoolGroupId, UUID roundId, UUID personId, Set<Role> roles) {
        boolean support = roles.contains(Role.support);
        if (queries.isLed(schoolGroupId, personId)) {
            roles.add(Role.leader);
        }
        Permission.see_school_group.require(roles);
        return compared(schoolGroupId, roundId, support,
                (round, group) -> published.net(round, instruments.get(round.questionnaire()), support));
    }

    /**
     * The same of a closed round as somebody sees it who has to do with this school group only, for the service that makes reports without
     * a reader.
     *
     * @throws IllegalStateException when it does not run for the service itself
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public Compared withoutReader(UUID schoolGroupId, UUID roundId) {
        return compared(schoolGroupId, roundId, false,
                (round, group) -> published.netWithoutReader(round, instruments.get(round.questionnaire()), group));
    }

    private Compared compared(UUID schoolGroupId, UUID roundId, boolean support,
            BiFunction<ComparedRound, ComparedRound.SchoolGroup, GroupFigures> net) {
        ComparedRound round = queries.round(roundId).orElseThrow(ComparisonNotFound::round);
        CentreComparison.requireScaled(round, instruments);
        if (!round.isFrozen() && !support) {
            throw ComparisonNotFound.notYet(round);
        }
        ComparedRound.SchoolGroup group = queries.group(round.id(), schoolGroupId).orElseThrow(ComparisonNotFound::schoolGroup);
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        Figures ofGroup = round.isFrozen()
                ? frozen.figures(roundId, Optional.of(schoolGroupId)).orElseGet(() -> FigureQueries.ofNobody(questionnaire))
                : figures.ofOne(questionnaire,
                        ComparisonQueries.sent(roundId,
                                new NetFilter(Optional.of(schoolGroupId), Optional.empty(), Optional.empty(), Optional.empty())));
        return new Compared(round, questionnaire, group,
                facts.of(queries.centresOf(roundId, schoolGroupId), questionnaire.overallSections()),
                ofGroup,
                net.apply(round, group));
    }
}
