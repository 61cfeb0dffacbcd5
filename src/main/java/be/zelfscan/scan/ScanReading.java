package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.questionnaire.Comparability;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.text.BelgianDutch;
import gg.jte.Content;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a page needs to know of scans, for whoever may see it. */
@Singleton
public class ScanReading {
    /**
     * A round of a centre with its scan, when that was started, and what was sent in it, the newest first.
     *
     * @param reopening why it was opened again after it was sent, while it is
     */
    public record RoundOfCentre(Round round, Questionnaire questionnaire, Optional<ScanState> scan, List<SentScan> sent,
            Optional<ScanReopening.Reopening> reopening) {}

    /** A round of a centre with a questionnaire that this service cannot read any more, and a sentence that says so. */
    public record Unreadable(Round round, String sentence) {}

    private final ScanRepository scans;
    private final SentScanRepository sentScans;
    private final ScanReopening reopenings;
    private final RoundRepository rounds;
    private final OrganisationRepository organisations;
    private final Instruments instruments;
    private final SectionHelp help;
    private final Clock clock;

    ScanReading(ScanRepository scans, SentScanRepository sentScans, ScanReopening reopenings,
            RoundRepository rounds,
            OrganisationRepository organisations,
            Instruments instruments, SectionHelp help, Clock clock) {
        this.scans = scans;
        this.sentScans = sentScans;
        this.reopenings = reopenings;
        this.rounds = rounds;
        this.organisations = organisations;
        this.instruments = instruments;
        this.help = help;
        this.clock = clock;
    }

    /**
     * @throws ScanNotFound when there is no such scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    @ReadOnly
    public ScanState scan(UUID scanId, UUID personId) {
        ScanRepository.Answered found = scans.find(scanId, personId, ScanRepository.Hold.none).orElseThrow(ScanNotFound::scan);
        Permission.see_scan.require(found.scan().roles());
        return state(found);
    }

    /**
     * Like {@link #scan}; nobody sends it, or closes its round, until the transaction of the caller ends.
     *
     * @throws ScanNotFound when there is no such scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ScanState held(UUID scanId, UUID personId) {
        ScanRepository.Answered found = scans.find(scanId, personId, ScanRepository.Hold.against_sending).orElseThrow(ScanNotFound::scan);
        Permission.see_scan.require(found.scan().roles());
        return state(found);
    }

    /**
     * A scan with what stands beside a section of it.
     *
     * @param earlier see {@link #earlier}
     * @param help see {@link #help}
     * @param asked see {@link #asked}
     */
    public record Answering(ScanState state, Optional<EarlierScan> earlier, Optional<Content> help, Optional<Content> asked) {}

    /**
     * Like {@link #scan}, with what stands beside it while it is answered.
     *
     * @throws ScanNotFound when there is no such scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    @ReadOnly
    public Answering answering(UUID scanId, String section, UUID personId) {
        ScanState state = scan(scanId, personId);
        if (!state.scan().isOpen()) {
            return new Answering(state, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<EarlierScan> earlier = earlier(state, section, personId);
        return new Answering(state, earlier, help(state, section), asked(earlier, section));
    }

    /** What the centre asked others for a section after its earlier scan; empty when it asked nothing. */
    @ReadOnly
    Optional<Content> asked(Optional<EarlierScan> earlier, String section) {
        return earlier.flatMap(scan -> scan.idThen(section).flatMap(then -> help.askedAfter(scan, then)));
    }

    /** What helps with a section; empty for one that is of no cluster. */
    @ReadOnly
    Optional<Content> help(ScanState state, String section) {
        return state.questionnaire().clusterOf(section).map(cluster -> help.beside(state, section));
    }

    /**
     * What the centre of a scan sent in the newest closed round before, with an instrument that can be laid beside; empty when it sent
     * nothing.
     */
    @ReadOnly
    public Optional<EarlierScan> earlier(ScanState state, UUID personId) {
        return earlier(state, Optional.empty(), personId);
    }

    /** Like {@link #earlier(ScanState, UUID)}, with the answers that can be laid beside one section, and no others. */
    @ReadOnly
    public Optional<EarlierScan> earlier(ScanState state, String section, UUID personId) {
        Questionnaire now = state.questionnaire();
        return now.section(section).flatMap(one -> earlier(state, Optional.of(Comparability.idThen(now, one.id())), personId));
    }

    private Optional<EarlierScan> earlier(ScanState state, Optional<String> section, UUID personId) {
        return EarlierScan.of(
                sentScans.before(state.scan(), section, personId).stream().filter(sent -> Permission.see_result.allowed(sent.roles()))
                        .toList(),
                state.questionnaire(), instruments::find);
    }

    private ScanState state(ScanRepository.Answered found) {
        return ScanState.of(found.scan(), instruments.get(found.scan().questionnaire()), found.answers(),
                LocalDate.ofInstant(clock.instant(), BelgianDutch.ZONE));
    }

    /**
     * The rounds of a centre that are not among {@link #roundsOf} because nobody can read their questionnaire any more, the newest first.
     */
    @ReadOnly
    public List<Unreadable> unreadableOf(UUID centreId, UUID personId) {
        Permission.see_centre.require(organisations.roles(personId, centreId));
        return rounds.ofCentre(centreId).stream().filter(round -> instruments.find(round.questionnaire()).isEmpty())
                .map(round -> new Unreadable(round, Instruments.notReadable(round.questionnaire()))).toList();
    }

    /** The rounds of a centre, the newest first. */
    @ReadOnly
    public List<RoundOfCentre> roundsOf(UUID centreId, UUID personId) {
        Permission.see_centre.require(organisations.roles(personId, centreId));
        List<SentScan> sent = sentScans.ofCentre(centreId, personId);
        return rounds.ofCentre(centreId).stream().filter(round -> instruments.find(round.questionnaire()).isPresent()).map(round -> {
            Optional<ScanState> state = scans.find(round.id(), centreId)
                    .flatMap(scan -> scans.find(scan, personId, ScanRepository.Hold.none)).map(this::state);
            List<SentScan> ofRound = sent.stream().filter(one -> state.isPresent() && state.get().scan().id().equals(one.scanId()))
                    .toList();
            return new RoundOfCentre(round, instruments.get(round.questionnaire()), state, ofRound,
                    state.map(ScanState::scan).flatMap(reopenings::of));
        }).toList();
    }

    /** Who can send the scans of a centre, as a sentence for who cannot. */
    @ReadOnly
    public String whoSends(UUID centreId) {
        List<String> directors = organisations.directors(centreId).stream().map(Person::name).toList();
        return switch (directors.size()) {
            case 0 -> "Jouw centrum heeft nog geen directeur die kan verzenden: vraag POC+ om raad.";
            case 1 -> directors.getFirst() + " kan verzenden.";
            default -> BelgianDutch.list(directors) + " kunnen verzenden.";
        };
    }

    /** The school groups for which a centre works, by name: they read what it sends. */
    @ReadOnly
    public List<String> schoolGroups(UUID centreId) {
        return organisations.schoolGroupNames(centreId);
    }

    /**
     * In how many of the scans of a round that were sent there are hints of a kind, for who sees the net: nothing of fewer scans than the
     * smallest group of the round, or of a questionnaire that nobody can read any more.
     */
    @ReadOnly
    public Optional<HintsInRound> hintsInRound(Round round) {
        return instruments.find(round.questionnaire()).map(questionnaire -> {
            HintsInRound counted = new HintsInRound(questionnaire.words());
            sentScans.eachSentInRound(round.id(), answers -> counted.add(Hints.of(questionnaire, answers)));
            return counted;
        }).filter(counted -> counted.scans() >= round.minimumGroupSize());
    }

    /** Who gets the mail when the scan is sent. */
    @ReadOnly
    public List<Person> recipients(Scan scan) {
        return rounds.recipients(scan.roundId(), scan.centreId(), SendScan.SENT_MAIL);
    }

    /**
     * @throws ScanNotFound when there is no such sent scan
     */
    @ReadOnly
    public SentScan sentScan(UUID sentId, UUID personId) {
        SentScan sent = sentScans.find(sentId, personId).orElseThrow(ScanNotFound::sentScan);
        Permission.see_result.require(sent.roles());
        return sent;
    }

    /**
     * Several sent scans, by their ids.
     *
     * @throws ScanNotFound when one of them is not there
     */
    @ReadOnly
    public Map<UUID, SentScan> sentScans(Set<UUID> sentIds, UUID personId) {
        Map<UUID, SentScan> sent = sentScans.find(sentIds, personId).stream().collect(Collectors.toMap(SentScan::id, Function.identity()));
        if (sent.size() < sentIds.size()) {
            throw ScanNotFound.sentScan();
        }
        sent.values().forEach(one -> Permission.see_result.require(one.roles()));
        return sent;
    }

    /** The newest that was sent of a scan. */
    @ReadOnly
    public Optional<SentScan> latestSent(UUID scanId, UUID personId) {
        return sentScans.ofScan(scanId, personId).stream().findFirst().filter(sent -> Permission.see_result.allowed(sent.roles()));
    }

    /**
     * What another centre sent in a round, while it is open to this one; without its notes, and whatever else was typed, unless these are
     * open too. It does not name who sent it.
     *
     * @throws be.zelfscan.access.NotAllowed when the person is not of {@code centreId}
     */
    @ReadOnly
    public Optional<SentScan> openedScan(UUID roundId, UUID centreId, UUID otherCentreId, UUID personId) {
        Permission.see_comparison.require(organisations.roles(personId, centreId));
        return sentScans.opened(roundId, centreId, otherCentreId);
    }

    /** A sent scan for the service itself, which mails it to whom the sending named. */
    @ReadOnly
    public SentScan sentScanForMail(UUID sentId) {
        return sentScans.find(sentId, NOBODY).orElseThrow(ScanNotFound::sentScan);
    }

    /** A snapshot that a comparison counts, under the name that its centre had when the round closed. */
    public record Counted(UUID sentId, UUID centreId, String centreName, UUID roundId) {}

    /**
     * What a comparison counts. The caller judged who may read it; the database gives it only to whom it is of.
     *
     * @throws ScanNotFound when it is not there for the person behind the transaction
     */
    @ReadOnly
    public SentScan sentScan(Counted counted) {
        return sentScans.find(counted).orElseThrow(ScanNotFound::sentScan);
    }

    private static final UUID NOBODY = new UUID(0, 0);
}
