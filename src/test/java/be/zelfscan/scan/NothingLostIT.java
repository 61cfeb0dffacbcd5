package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two to four people answer one page in several tabs, with and without script, and everything goes wrong that can: answers get lost on the
 * way back, writes are repeated under their key, pages are reloaded, old pages come back. Whatever happens, no text that was acknowledged
 * disappears from the history, a page never shows a revision beside the content of another, and nothing is replaced that the page had not
 * shown.
 */
class NothingLostIT {
    private static final int STEPS = 110;
    private static final List<String> QUESTIONS = List.of("motive", "levers", "bottlenecks");

    private record Seen(String question, int revision, String note) {}

    private record Revision(String note, String key) {}

    /** What is on its way under a key, to be repeated as it is. */
    private record Sent(String key, Map<String, List<String>> fields) {}

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum waar alles misgaat");
    private final String scan = start();
    private final String block = "/zelfscan/" + scan + "/deel/preventie";
    private final Set<Seen> acknowledged = new HashSet<>();
    /** What the page of a write had shown when it was sent. */
    private final Map<String, Set<Seen>> shownAtSending = new HashMap<>();
    private Random random;
    private int typed;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noAcknowledgedTextDisappearsAndNothingIsReplacedThatWasNotShown(long seed) {
        random = new Random(seed);
        List<Tab> tabs = new ArrayList<>();
        for (UUID person : people(2 + random.nextInt(3))) {
            Visitor visitor = service.inSession(person);
            for (int i = 0; i <= random.nextInt(2); i++) {
                tabs.add(random.nextBoolean() ? new ScriptTab(visitor, person) : new PlainTab(visitor, person));
            }
        }
        for (int i = 0; i < STEPS; i++) {
            tabs.get(random.nextInt(tabs.size())).step();
        }
        tabs.forEach(Tab::settle);

        Map<String, Map<Integer, Revision>> history = history();
        for (Seen one : acknowledged) {
            assertThat(history.get(one.question()).values()).as("%s in the history, seed %d", one, seed)
                    .extracting(Revision::note).contains(one.note());
        }
        history.forEach((question, revisions) -> revisions.forEach((revision, written) -> {
            if (revision > 1) {
                Seen replaced = new Seen(question, revision - 1, revisions.get(revision - 1).note());
                assertThat(shownAtSending.get(written.key())).as("what revision %d of %s replaced, seed %d", revision, question, seed)
                        .contains(replaced);
            }
        }));
    }

    private abstract class Tab {
        final Visitor visitor;
        final UUID person;
        final Set<Seen> seen = new HashSet<>();
        /** Per question: the fields of the page, and the answer of somebody else that a conflict shows. */
        Map<String, Map<String, List<String>>> fields = new LinkedHashMap<>();
        Map<String, Integer> conflicts = new HashMap<>();
        String key = UUID.randomUUID().toString();

        Tab(Visitor visitor, UUID person) {
            this.visitor = visitor;
            this.person = person;
            shows(visitor.get(block));
        }

        final void step() {
            switch (random.nextInt(10)) {
                case 0 -> reload();
                case 1, 2, 3 -> type(question(), "tekst " + ++typed);
                case 4 -> type(question(), "");
                case 5 -> back();
                default -> save(question(), random.nextInt(4));
            }
        }

        void reload() {
            shows(visitor.get(block));
        }

        /** Saves without anything going wrong. */
        void settle() {
            QUESTIONS.forEach(question -> save(question, 3));
        }

        abstract void save(String question, int luck);

        abstract void back();

        final void type(String question, String note) {
            fields.get(question).put(question + ".note", List.of(note));
        }

        /** A whole page, as a browser shows it. */
        final void shows(Page page) {
            Visitor.Form form = page.form(block);
            key = form.get("key").getFirst();
            conflicts = new HashMap<>();
            fields = new LinkedHashMap<>();
            Map<String, Map<Integer, Revision>> history = history();
            QUESTIONS.forEach(question -> showsQuestion(question, page.document().getElementById("q-" + question), form, history));
        }

        private void showsQuestion(String question, Element shown, Visitor.Form form, Map<String, Map<Integer, Revision>> history) {
            Map<String, List<String>> found = new LinkedHashMap<>();
            List.of("revision", "choice", "note").forEach(field -> found.put(question + "." + field, form.get(question + "." + field)));
            fields.put(question, found);
            sees(question, shown, history);
        }

        /** What a question on the page shows: its revision goes with its content, unless what stands there was not kept. */
        final void sees(String question, Element shown, Map<String, Map<Integer, Revision>> history) {
            seesConflict(question, shown);
            if (shown.attr("data-unsaved").isEmpty()) {
                int revision = Integer.parseInt(shown.select("input[name=" + question + ".revision]").val());
                String note = shown.selectFirst("textarea").wholeText().replaceFirst("^\n", "");
                Revision kept = history.getOrDefault(question, Map.of()).get(revision);
                assertThat(note).as("beside revision %d of %s", revision, question).isEqualTo(kept == null ? "" : kept.note());
                seen.add(new Seen(question, revision, note));
            }
        }

        final void seesConflict(String question, Element part) {
            Element theirs = part.selectFirst("button[name=" + question + ".theirs]");
            if (theirs != null) {
                int revision = Integer.parseInt(theirs.attr("value"));
                conflicts.put(question, revision);
                Element note = theirs.parent().selectFirst(".quote");
                seen.add(new Seen(question, revision, note == null ? "" : note.wholeText()));
            }
        }

        final void sends(String writeKey) {
            shownAtSending.putIfAbsent(writeKey, Set.copyOf(seen));
        }

        final String note(String question) {
            return fields.get(question).get(question + ".note").getFirst();
        }

        final int revision(String question) {
            return Integer.parseInt(fields.get(question).get(question + ".revision").getFirst());
        }
    }

    /** Without script: the form goes as a whole. */
    private final class PlainTab extends Tab {
        private Map<String, Map<String, List<String>>> earlier = Map.of();
        private String earlierKey = "";

        PlainTab(Visitor visitor, UUID person) {
            super(visitor, person);
        }

        @Override
        void save(String question, int luck) {
            if (luck == 0) {
                return;
            }
            Map<String, List<String>> all = new LinkedHashMap<>(
                    Map.of("key", List.of(key), "person", List.of(person.toString()), "go", List.of("stay")));
            fields.values().forEach(all::putAll);
            if (conflicts.containsKey(question) && random.nextBoolean()) {
                all.put(question + (random.nextBoolean() ? ".mine" : ".theirs"), List.of(String.valueOf(conflicts.get(question))));
            }
            earlier = copy(fields);
            earlierKey = key;
            sends(key);
            Map<String, String> posted = new HashMap<>();
            QUESTIONS.forEach(one -> posted.put(one, note(one)));
            Page answer = visitor.post(block, all);
            if (luck == 1) {
                return; // The answer is lost; the page stands as it was, and is posted again under its key.
            }
            assertThat(answer.status()).isIn(200, 409);
            QUESTIONS.stream().filter(one -> answer.document().getElementById("q-" + one).attr("data-unsaved").isEmpty())
                    .filter(one -> !all.containsKey(one + ".theirs"))
                    .forEach(one -> acknowledges(one, posted.get(one)));
            shows(answer);
        }

        /** The browser shows an earlier page again, with all that was in it. */
        @Override
        void back() {
            if (!earlier.isEmpty()) {
                fields = copy(earlier);
                key = earlierKey;
                conflicts = new HashMap<>();
            }
        }
    }

    /** With script: each question goes by itself, and only a marked answer counts. Does what saving.js does. */
    private final class ScriptTab extends Tab {
        private final Map<String, Sent> pending = new HashMap<>();

        ScriptTab(Visitor visitor, UUID person) {
            super(visitor, person);
        }

        @Override
        void save(String question, int luck) {
            if (luck == 0) {
                return;
            }
            Sent sent = pending.computeIfAbsent(question, one -> new Sent(random.nextBoolean() ? UUID.randomUUID().toString()
                    : UUID.randomUUID().toString().replace("-", ""), chosen(one)));
            Map<String, List<String>> all = new LinkedHashMap<>(sent.fields());
            all.put("key", List.of(sent.key()));
            all.put("person", List.of(person.toString()));
            sends(sent.key().length() == 32 ? sent.key().replaceAll("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5") : sent.key());
            Page answer = visitor.post(block, all, "HX-Request", "true");
            if (luck == 1) {
                if (random.nextBoolean()) {
                    type(question, "verder " + ++typed);
                }
                return;
            }
            String mark = answer.response().headers().firstValue(AnsweringController.MARK).orElseThrow();
            assertThat(mark).startsWith(sent.key() + ";" + question + "=");
            pending.remove(question);
            String[] result = mark.substring(mark.indexOf('=') + 1).split(":");
            String note = sent.fields().get(question + ".note").getFirst();
            boolean typedOn = !note(question).equals(note);
            switch (result[0]) {
                case "saved" -> {
                    acknowledges(question, note);
                    seen.add(new Seen(question, Integer.parseInt(result[1]), note));
                    fields.get(question).put(question + ".revision", List.of(result[1]));
                    conflicts.remove(question);
                }
                case "newer" -> {
                    conflicts.remove(question);
                    if (!typedOn) {
                        Element shown = answer.document().getElementById("q-" + question);
                        sees(question, shown, history());
                        fields.get(question).put(question + ".revision", List.of(result[1]));
                        fields.get(question).put(question + ".note",
                                List.of(shown.selectFirst("textarea").wholeText().replaceFirst("^\n", "")));
                    }
                }
                case "conflict" -> seesConflict(question, answer.document());
                default -> throw new AssertionError(mark);
            }
        }

        private Map<String, List<String>> chosen(String question) {
            Map<String, List<String>> content = new LinkedHashMap<>(fields.get(question));
            Optional.ofNullable(conflicts.get(question)).ifPresent(revision -> content
                    .put(question + (random.nextInt(3) == 0 ? ".theirs" : ".mine"), List.of(String.valueOf(revision))));
            return content;
        }

        /** The tab is closed and opened again: what was on its way goes on as a draft, with the revision that it was made from. */
        @Override
        void back() {
            reload();
        }

        @Override
        void reload() {
            Map<String, Map<String, List<String>>> drafts = copy(fields);
            Map<String, String> notes = new HashMap<>();
            QUESTIONS.forEach(question -> notes.put(question, note(question)));
            super.reload();
            pending.keySet().forEach(question -> {
                if (!notes.get(question).equals(note(question))) {
                    fields.put(question, drafts.get(question));
                }
            });
            pending.keySet().removeIf(question -> fields.get(question) != drafts.get(question));
        }
    }

    private static Map<String, Map<String, List<String>>> copy(Map<String, Map<String, List<String>>> fields) {
        Map<String, Map<String, List<String>>> copy = new LinkedHashMap<>();
        fields.forEach((question, values) -> copy.put(question, new LinkedHashMap<>(values)));
        return copy;
    }

    private void acknowledges(String question, String note) {
        if (!note.isEmpty()) {
            acknowledged.add(new Seen(question, 0, note));
        }
    }

    private String question() {
        return QUESTIONS.get(random.nextInt(QUESTIONS.size()));
    }

    private Map<String, Map<Integer, Revision>> history() {
        Map<String, Map<Integer, Revision>> history = new HashMap<>();
        for (String line : service
                .texts("select question || '|' || revision || '|' || write_key || '|' || note from answer_history where scan_id = '"
                        + scan + "' order by question, revision")) {
            String[] parts = line.split("\\|", 4);
            history.computeIfAbsent(parts[0], question -> new LinkedHashMap<>()).put(Integer.valueOf(parts[1]),
                    new Revision(parts[3], parts[2]));
        }
        return history;
    }

    private List<UUID> people(int count) {
        OrganisationRepository organisations = service.context().getBean(OrganisationRepository.class);
        List<UUID> people = new ArrayList<>(List.of(person(centre.director()), person(centre.member())));
        while (people.size() < count) {
            UUID id = UUID.randomUUID();
            organisations.addPerson(id, "Mia Meer", "lid-" + id + "@test.example");
            organisations.addMembership(id, centre.id(), Role.member);
            people.add(id);
        }
        return people;
    }

    private String start() {
        Visitor director = service.inSession(person(centre.director()));
        return director.submit(director.get("/centrum").form("/zelfscan")).path().split("/")[2];
    }

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }
}
