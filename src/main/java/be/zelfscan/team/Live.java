package be.zelfscan.team;

import be.zelfscan.access.NotAllowed;
import be.zelfscan.access.Permission;
import be.zelfscan.access.Sessions;
import be.zelfscan.access.SignedIn;
import be.zelfscan.database.Broadcast;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Role;
import be.zelfscan.round.RoundEnded;
import be.zelfscan.scan.EarlierScan;
import be.zelfscan.scan.ScanChanged;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.ScanState;
import be.zelfscan.scan.SectionParts;
import be.zelfscan.team.LiveEvents.Changes;
import be.zelfscan.team.LiveEvents.Leading;
import be.zelfscan.team.LiveEvents.Now;
import be.zelfscan.team.LiveEvents.Others;
import be.zelfscan.web.GracefulStop;
import be.zelfscan.web.Problem;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.HttpStatus;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * Keeps the pages on which a scan is open up to date: what was answered, how far the scan is, who is here and who is writing where. A save
 * says in a {@link Broadcast} that something changed; each instance that has the scan open reads it, once for all its pages, makes what
 * these show of it and sends that to all of them. A page that connects gets first what is newer than what it shows, so that nothing is
 * missed for good: not while it was away, not while this instance did not hear the others. No thread waits for a page. Thread-safe.
 */
@Singleton
class Live {
    /**
     * @param beat how often a page hears that it is still connected
     * @param repeat how often the other instances hear who is here
     * @param look how often is looked whether each page may still be open, and nothing was missed
     * @param left how long somebody whose page closed still counts as here: the next page may be on its way
     */
    @ConfigurationProperties("zelfscan.live")
    record Pace(@Bindable(defaultValue = "15s") Duration beat, @Bindable(defaultValue = "10s") Duration repeat,
            @Bindable(defaultValue = "30s") Duration look, @Bindable(defaultValue = "5s") Duration left) {}

    /** This instance is about to stop. */
    private static final class Stopping extends Problem {
        private static final long serialVersionUID = 1L;

        Stopping() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "Zelfscan wordt even opnieuw gestart.");
        }
    }

    /**
     * What somebody has open.
     *
     * @param page names the page, for as long as it is open
     * @param section that it shows; empty for a page without questions
     * @param shown the revisions that stand on it, by question
     * @param seen how often something had been written to the scan when a page without questions was made; empty when it does not say
     * @param leads the address to which the others are led, while they want that; empty for who does not lead
     */
    record Visit(UUID scanId, SignedIn person, String page, String section, Map<String, Integer> shown, Optional<Long> seen,
            String leads) {}

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_WAITING = 256;
    private static final long AGAIN_MS = 1_000;
    /** How long something that was saved may be on its way, before it counts as missed. */
    private static final long ON_ITS_WAY_MS = 2_000;
    private static final String ANSWERED = "answered";
    private static final String STATE = "state";
    private static final String ROUND = "round";
    private static final String WHO = "who";
    private static final String HERE = "here";
    private static final String WRITING = "writing";
    private static final String GONE = "gone";

    private final ScanReading reading;
    private final LiveEvents events;
    private final LiveQueries queries;
    private final Sessions sessions;
    private final Broadcast broadcast;
    private final Pace pace;
    private final ExecutorService blocking;
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().name("live").unstarted(task));
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
    private final Map<UUID, OpenScan> scans = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Live(ScanReading reading, LiveEvents events, LiveQueries queries, Sessions sessions, Broadcast broadcast, Pace pace,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.reading = reading;
        this.events = events;
        this.queries = queries;
        this.sessions = sessions;
        this.broadcast = broadcast;
        this.pace = pace;
        this.blocking = blocking;
    }

    /** A page with the connection on which it hears of what changes. */
    private final class OpenPage {
        private final Visit visit;
        private final Sinks.Many<byte[]> stream = Sinks.many().unicast().onBackpressureBuffer(Queues.<byte[]>get(MOST_WAITING).get());
        private Others lastSent = Others.NOBODY;
        private boolean toldOthers;

        OpenPage(Visit visit) {
            this.visit = visit;
        }

        /** One that does not read any more is ended: it comes again, and gets what it missed. */
        synchronized void send(byte[] event) {
            if (stream.tryEmitNext(event).isFailure()) {
                end();
            }
        }

        synchronized void sendOthers(Others others) {
            if (!others.equals(lastSent)) {
                sendAll(others);
            }
        }

        /** Also that nobody else is here, unless something else was said: a page that comes back still shows who was here before. */
        synchronized void sendFirstOthers(Others others) {
            if (!toldOthers) {
                sendAll(others);
            }
        }

        private void sendAll(Others others) {
            lastSent = others;
            toldOthers = true;
            send(events.others(others));
        }

        synchronized void end() {
            stream.tryEmitComplete();
        }
    }

    /** A scan that is open on pages of this instance. What has to be told is gathered under its lock, and told by one thread at a time. */
    private static final class OpenScan {
        private final UUID id;
        private final List<OpenPage> pages = new CopyOnWriteArrayList<>();
        private final LivePresence presence = new LivePresence();
        private final Map<UUID, String> names = new ConcurrentHashMap<>();
        /** Who answered last, by section and question. */
        private Map<String, Map<String, UUID>> answered = new TreeMap<>();
        private List<OpenPage> joined = new ArrayList<>();
        private Optional<UUID> changedBy = Optional.empty();
        private boolean look;
        private boolean working;
        // Of the thread that tells.
        private Optional<Optional<EarlierScan>> earlier = Optional.empty();
        private boolean ended;
        private volatile long writes;

        OpenScan(UUID id) {
            this.id = id;
        }
    }

    /** What one turn of telling is about. */
    private record Turn(Map<String, Map<String, UUID>> answered, List<OpenPage> joined, Optional<UUID> changedBy, boolean look) {
        boolean isEmpty() {
            return answered.isEmpty() && joined.isEmpty() && changedBy.isEmpty() && !look;
        }
    }

    /**
     * The events of a page, for as long as it stays open.
     *
     * @throws NotAllowed when the scan is not of the person's centre
     */
    Publisher<byte[]> follow(Visit visit) {
        require(visit.scanId(), visit.person(), Permission.see_scan);
        OpenPage page = new OpenPage(visit);
        return Flux.defer(() -> {
            join(page);
            return page.stream.asFlux();
        }).doFinally(end -> leave(page));
    }

    /** What a page that keeps no connection open has to know. It counts as open until {@link LivePresence#HERE} after it asked last. */
    Now now(Visit visit) {
        ScanState state = reading.scan(visit.scanId(), visit.person().personId());
        requireSection(state, visit.section());
        broadcast
                .say(String.join("\t", HERE, visit.scanId().toString(), visit.person().personId().toString(), visit.page(), visit.leads()));
        Optional<EarlierScan> earlier = reading.earlier(state, visit.person().personId());
        Optional<OpenScan> open = Optional.ofNullable(scans.get(visit.scanId()));
        return new Now(events.newer(state, visit, earlier), open.map(scan -> others(scan, visit)).orElse(Others.NOBODY),
                events.end(state, ""));
    }

    /** Tells the others where somebody is writing, who may; empty when nowhere any more. */
    void writing(UUID scanId, SignedIn person, String page, LivePresence.Place place) {
        broadcast.say(String.join("\t", WRITING, scanId.toString(), person.personId().toString(), page, place.section(), place.question()));
    }

    /**
     * @throws NotAllowed when somebody may not do this with the scan
     */
    void require(UUID scanId, SignedIn person, Permission permission) {
        if (stopping) {
            throw new Stopping();
        }
        Set<Role> roles = queries.roles(Set.of(scanId)).getOrDefault(new LiveQueries.Part(scanId, person.personId()), Set.of());
        permission.require(roles);
    }

    private static void requireSection(ScanState state, String section) {
        if (!section.isEmpty() && state.questionnaire().section(section).isEmpty()) {
            throw ScanNotFound.section(section);
        }
    }

    private void join(OpenPage page) {
        UUID scanId = page.visit.scanId();
        OpenScan scan = scans.compute(scanId, (id, there) -> {
            OpenScan open = there == null ? new OpenScan(id) : there;
            open.pages.add(page);
            return open;
        });
        scan.names.put(page.visit.person().personId(), page.visit.person().name());
        synchronized (scan) {
            scan.joined.add(page);
        }
        if (scan.pages.size() == 1) {
            broadcast.say(WHO + "\t" + scanId);
        }
        broadcast.say(message(HERE, page));
        tell(scan);
        if (stopping) {
            page.end();
        } else {
            later(pace.left(), () -> page.sendFirstOthers(others(scan, page.visit))); // once all who are here had time to say so
        }
    }

    private void leave(OpenPage page) {
        scans.computeIfPresent(page.visit.scanId(), (id, scan) -> {
            scan.pages.remove(page);
            return scan.pages.isEmpty() ? null : scan;
        });
        if (!stopping) {
            later(pace.left(), () -> {
                boolean back = Optional.ofNullable(scans.get(page.visit.scanId())).filter(scan -> scan.pages.stream()
                        .anyMatch(other -> other.visit.page().equals(page.visit.page()))).isPresent();
                if (!back) {
                    broadcast.say(message(GONE, page));
                }
            });
        }
    }

    private void later(Duration time, Runnable task) {
        timer.schedule(quietly(task), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String message(String kind, OpenPage page) {
        return String.join("\t", kind, page.visit.scanId().toString(), page.visit.person().personId().toString(), page.visit.page(),
                page.visit.leads());
    }

    @TransactionalEventListener
    void changed(ScanChanged change) {
        if (change.section().isEmpty()) {
            broadcast.say(String.join("\t", STATE, change.scanId().toString(), change.personId().toString()));
        }
        change.questions().forEach(question -> broadcast.say(
                String.join("\t", ANSWERED, change.scanId().toString(), change.personId().toString(), change.section(), question)));
    }

    @TransactionalEventListener
    void ended(RoundEnded round) {
        broadcast.say(ROUND + "\t" + round.roundId());
    }

    @EventListener
    void heard(Broadcast.Heard heard) {
        Set<OpenScan> visited = new HashSet<>();
        Set<OpenScan> changed = new HashSet<>();
        for (String message : heard.messages()) {
            String[] words = message.split("\t", -1);
            if (words[0].equals(ROUND)) {
                blocking.execute(quietly(() -> roundEnded(UUID.fromString(words[1]))));
                continue;
            }
            OpenScan scan = scans.get(UUID.fromString(words[1]));
            if (scan == null) {
                continue;
            }
            synchronized (scan) {
                long now = System.nanoTime();
                switch (words[0]) {
                    case ANSWERED -> {
                        scan.answered.computeIfAbsent(words[3], section -> new TreeMap<>()).put(words[4], UUID.fromString(words[2]));
                        changed.add(scan);
                    }
                    case STATE -> {
                        scan.changedBy = Optional.of(UUID.fromString(words[2]));
                        changed.add(scan);
                    }
                    case WHO -> scan.pages.forEach(page -> broadcast.say(message(HERE, page)));
                    case HERE -> {
                        if (scan.presence.here(words[3], UUID.fromString(words[2]), words[4], now)) {
                            visited.add(scan);
                        }
                    }
                    case WRITING -> {
                        if (scan.presence.writing(words[3], UUID.fromString(words[2]), new LivePresence.Place(words[4], words[5]), now)) {
                            visited.add(scan);
                        }
                    }
                    case GONE -> {
                        if (scan.presence.gone(words[3])) {
                            visited.add(scan);
                        }
                    }
                    default -> LOG.warn("An instance of another version says something that this one does not know");
                }
            }
        }
        changed.forEach(this::tell);
        visited.forEach(this::tellWhoIsHere);
    }

    @EventListener
    void missed(Broadcast.Missed missed) {
        blocking.execute(quietly(this::look));
        scans.keySet().forEach(this::lookAt); // sending, reopening and closing change no answer, by which look finds what was missed
    }

    private void roundEnded(UUID roundId) {
        Set<UUID> ofRound = new Scope.Service().call(() -> queries.ofRound(roundId, List.copyOf(scans.keySet())));
        ofRound.forEach(this::lookAt);
    }

    private void lookAt(UUID scanId) {
        Optional.ofNullable(scans.get(scanId)).ifPresent(scan -> {
            synchronized (scan) {
                scan.look = true;
            }
            tell(scan);
        });
    }

    /** Has a thread tell what there is to tell of a scan, unless one does already. */
    private void tell(OpenScan scan) {
        synchronized (scan) {
            if (scan.working) {
                return;
            }
            scan.working = true;
        }
        blocking.execute(() -> {
            for (Turn turn = next(scan); !turn.isEmpty(); turn = next(scan)) {
                if (!tried(scan, turn)) {
                    return;
                }
            }
        });
    }

    private static Turn next(OpenScan scan) {
        synchronized (scan) {
            Turn turn = new Turn(scan.answered, scan.joined, scan.changedBy, scan.look);
            if (turn.isEmpty()) {
                scan.working = false;
                return turn;
            }
            scan.answered = new TreeMap<>();
            scan.joined = new ArrayList<>();
            scan.changedBy = Optional.empty();
            scan.look = false;
            return turn;
        }
    }

    /** What could not be told now, since the database does not answer, is told later. */
    private boolean tried(OpenScan scan, Turn turn) {
        try {
            atOnce.acquire();
            try {
                tell(scan, turn);
                return true;
            } finally {
                atOnce.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException problem) {
            LOG.warn("The pages of a scan could not be told what changed now; they are told later: {}", String.valueOf(problem));
            synchronized (scan) {
                turn.answered().forEach((section, questions) -> questions.forEach(
                        (question, person) -> scan.answered.computeIfAbsent(section, one -> new TreeMap<>()).putIfAbsent(question,
                                person)));
                scan.joined.addAll(turn.joined());
                scan.changedBy = scan.changedBy.or(turn::changedBy);
                scan.look |= turn.look();
                scan.working = false;
            }
            if (!stopping) {
                timer.schedule(quietly(() -> tell(scan)), AGAIN_MS, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    /** As somebody reads it who has it open; whoever may not any more is shown out. */
    private void tell(OpenScan scan, Turn turn) {
        for (OpenPage page : scan.pages) {
            Scope reader = new Scope.Person(page.visit.person().personId());
            Optional<ScanState> state = reader.call(() -> read(scan, page));
            if (state.isPresent()) {
                reader.run(() -> tell(scan, turn, state.get()));
                return;
            }
        }
    }

    private Optional<ScanState> read(OpenScan scan, OpenPage page) {
        UUID personId = page.visit.person().personId();
        try {
            ScanState state = reading.scan(scan.id, personId);
            if (scan.earlier.isEmpty()) {
                scan.earlier = Optional.of(reading.earlier(state, personId));
            }
            return Optional.of(state);
        } catch (NotAllowed | ScanNotFound refused) {
            page.end();
            return Optional.empty();
        }
    }

    private void tell(OpenScan scan, Turn turn, ScanState state) {
        scan.writes = state.answers().writes();
        learnNames(scan, turn);
        for (OpenPage page : turn.joined()) {
            if (!page.visit.section().isEmpty() && state.questionnaire().section(page.visit.section()).isEmpty()) {
                page.end();
                continue;
            }
            page.send(events.changes(events.newer(state, page.visit, scan.earlier.orElseThrow())));
            page.send(events.openOrEnded(state, ""));
        }
        List<OpenPage> before = scan.pages.stream().filter(page -> !turn.joined().contains(page)).toList();
        if (!turn.answered().isEmpty()) {
            tellAnswers(scan, state, turn.answered(), before);
        }
        if (turn.look()) {
            before.forEach(page -> page.send(events.look()));
        }
        boolean ended = !state.scan().isOpen();
        if (ended != scan.ended) {
            scan.ended = ended;
            String by = turn.changedBy().map(person -> scan.names.getOrDefault(person, "")).orElse("");
            byte[] event = events.openOrEnded(state, by);
            before.forEach(page -> page.send(event));
        }
        tellWhoIsHere(scan);
    }

    /** To each page what it shows of what was answered; made once for all pages that show the same. */
    private void tellAnswers(OpenScan scan, ScanState state, Map<String, Map<String, UUID>> answered, List<OpenPage> pages) {
        Map<String, Set<String>> changed = answered.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Set.copyOf(one.getValue().keySet())));
        Optional<EarlierScan> earlier = scan.earlier.orElseThrow();
        for (Map.Entry<String, List<OpenPage>> bySection : pages.stream()
                .collect(Collectors.groupingBy(page -> page.visit.section())).entrySet()) {
            String shown = bySection.getKey();
            Set<String> affected = shown.isEmpty() ? Set.of() : SectionParts.affected(state.questionnaire(), shown, changed);
            for (String section : changed.keySet()) {
                Set<String> questions = section.equals(shown) ? union(changed.get(section), affected) : Set.of();
                Map<String, UUID> by = answered.get(section);
                send(bySection.getValue(), scan, by, events.changed(state, section, names(scan, by, Optional.empty()), questions, earlier));
            }
            if (!changed.containsKey(shown) && !affected.isEmpty()) {
                send(bySection.getValue(), scan, Map.of(), events.changed(state, shown, Map.of(), affected, earlier));
            }
        }
    }

    /** The same to all, but that nobody reads the own name. */
    private void send(List<OpenPage> pages, OpenScan scan, Map<String, UUID> by, Changes toAll) {
        byte[] event = events.changes(toAll);
        for (OpenPage page : pages) {
            UUID reader = page.visit.person().personId();
            page.send(by.containsValue(reader) ? events.changes(toAll.with(names(scan, by, Optional.of(reader)))) : event);
        }
    }

    private static Map<String, String> names(OpenScan scan, Map<String, UUID> by, Optional<UUID> reader) {
        Map<String, String> names = new TreeMap<>();
        by.forEach((question, person) -> names.put(question,
                reader.filter(person::equals).isPresent() ? "" : scan.names.getOrDefault(person, "een collega")));
        return names;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private void learnNames(OpenScan scan, Turn turn) {
        Set<UUID> people = turn.answered().values().stream().flatMap(questions -> questions.values().stream()).collect(Collectors.toSet());
        turn.changedBy().ifPresent(people::add);
        learnNames(scan, people);
    }

    private void learnNames(OpenScan scan, Collection<UUID> people) {
        List<UUID> unknown = people.stream().filter(person -> !scan.names.containsKey(person)).toList();
        if (!unknown.isEmpty()) {
            scan.names.putAll(new Scope.Service().call(() -> queries.names(unknown)));
        }
    }

    private void tellWhoIsHere(OpenScan scan) {
        Set<UUID> people;
        synchronized (scan) {
            people = scan.presence.people();
        }
        if (scan.names.keySet().containsAll(people)) {
            scan.pages.forEach(page -> page.sendOthers(others(scan, page.visit)));
        } else {
            blocking.execute(quietly(() -> {
                learnNames(scan, people);
                scan.pages.forEach(page -> page.sendOthers(others(scan, page.visit)));
            }));
        }
    }

    private static Others others(OpenScan scan, Visit visit) {
        UUID reader = visit.person().personId();
        synchronized (scan) {
            return new Others(scan.presence.people().stream().filter(person -> !person.equals(reader)).map(scan.names::get)
                    .filter(name -> name != null).sorted().distinct().toList(),
                    scan.presence.writing(visit.section(), reader, scan.names),
                    scan.presence.leader(reader).filter(leader -> scan.names.containsKey(leader.personId()))
                            .map(leader -> new Leading(scan.names.get(leader.personId()), leader.address())).orElse(Leading.NOBODY));
        }
    }

    @EventListener
    void start(ServerStartupEvent event) {
        every(pace.beat(), this::beat);
        every(Duration.ofSeconds(1), this::forgetWhoLeft);
        every(pace.repeat(), () -> eachPage(page -> broadcast.say(message(HERE, page))));
        every(pace.look(), () -> blocking.execute(quietly(this::look)));
    }

    private void every(Duration time, Runnable task) {
        timer.scheduleWithFixedDelay(quietly(task), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable quietly(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException problem) {
                LOG.warn("Something of keeping pages up to date failed; it is done again later: {}", String.valueOf(problem));
            }
        };
    }

    private void eachPage(Consumer<OpenPage> task) {
        scans.values().forEach(scan -> scan.pages.forEach(task));
    }

    private void beat() {
        byte[] event = events.beat();
        eachPage(page -> page.send(event));
    }

    private void forgetWhoLeft() {
        for (OpenScan scan : scans.values()) {
            boolean changed;
            synchronized (scan) {
                changed = scan.presence.expire(System.nanoTime());
            }
            if (changed) {
                tellWhoIsHere(scan);
            }
        }
    }

    /** Ends the pages of who is signed out or no longer of the centre, and finds what nobody told. */
    private void look() {
        List<OpenScan> open = List.copyOf(scans.values());
        if (open.isEmpty()) {
            return;
        }
        Set<UUID> ids = open.stream().map(scan -> scan.id).collect(Collectors.toSet());
        Set<UUID> used = new HashSet<>();
        eachPage(page -> used.add(page.visit.person().sessionId()));
        new Scope.Service().run(() -> {
            Set<UUID> alive = sessions.alive(used);
            Map<LiveQueries.Part, Set<Role>> roles = queries.roles(ids);
            eachPage(page -> {
                SignedIn person = page.visit.person();
                Set<Role> own = roles.getOrDefault(new LiveQueries.Part(page.visit.scanId(), person.personId()), Set.of());
                if (used.contains(person.sessionId()) && !alive.contains(person.sessionId())
                        || ids.contains(page.visit.scanId()) && !Permission.see_scan.allowed(own)) {
                    page.end();
                }
            });
            lookAtLater(queries.writes(ids));
        });
    }

    /** Looks at each scan of which something is kept that is still not told after the time that telling may take. */
    private void lookAtLater(Map<UUID, Long> writes) {
        if (!stopping) {
            timer.schedule(quietly(() -> writes.forEach((scanId, kept) -> Optional.ofNullable(scans.get(scanId))
                    .filter(scan -> scan.writes < kept).ifPresent(scan -> lookAt(scanId)))), ON_ITS_WAY_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** A client whose connection ends goes to another instance. */
    @EventListener
    void stopping(GracefulStop.Begun begun) {
        stopping = true;
        eachPage(OpenPage::end);
    }

    @EventListener
    void stop(ShutdownEvent event) {
        timer.shutdownNow();
    }
}
