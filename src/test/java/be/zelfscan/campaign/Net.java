package be.zelfscan.campaign;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.text.BelgianDutch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** A net of a test's own: people of POC+, school groups with who leads them, and the steps of a round over and again. */
public final class Net {
    private static final TestService SERVICE = TestService.get();

    private Net() {}

    /** Today in Belgium. */
    public static LocalDate today() {
        return LocalDate.now(Clock.system(BelgianDutch.ZONE));
    }

    /** A name that no other test uses. */
    public static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Somebody of POC+, by e-mail address. */
    public static String support() {
        UUID id = person("Pia Poc");
        SERVICE.change("insert into support_member (person_id) values (?)", id);
        return email(id);
    }

    /** A school group for which these centres work. */
    public static UUID schoolGroup(String name, TestCentre... centres) {
        UUID id = UUID.randomUUID();
        SERVICE.change("insert into school_group (id, name) values (?, ?)", id, unique(name));
        for (TestCentre centre : centres) {
            SERVICE.change("insert into centre_school_group (centre_id, school_group_id) values (?, ?)", centre.id(), id);
        }
        return id;
    }

    /** Somebody who leads a school group, by e-mail address. */
    public static String leader(UUID schoolGroup) {
        UUID id = person("Lena Leider");
        SERVICE.change("insert into school_group_leader (school_group_id, person_id) values (?, ?)", schoolGroup, id);
        return email(id);
    }

    /** Lets somebody who is known lead a school group too. */
    public static void alsoLeads(String email, UUID schoolGroup) {
        SERVICE.change("insert into school_group_leader (school_group_id, person_id) select ?, id from person where email = ?", schoolGroup,
                email);
    }

    private static UUID person(String name) {
        UUID id = UUID.randomUUID();
        SERVICE.change("insert into person (id, name, email) values (?, ?, ?)", id, name, email(id));
        return id;
    }

    private static String email(UUID id) {
        return "iemand-" + id.toString().substring(0, 8) + "@test.example";
    }

    /** The form of a new round, filled in well. */
    public static Form plan(Visitor poc, String title, TestCentre... centres) {
        return poc.get("/rondes/nieuw").form("/rondes").set("title", title).set("closesOn", today().plusDays(30).toString())
                .set("who", "chosen").set("centre", Arrays.stream(centres).map(centre -> centre.id().toString()).toArray(String[]::new));
    }

    /** Makes a round that is not open yet; answers its address. */
    public static String draft(Visitor poc, String title, TestCentre... centres) {
        return made(poc.submit(plan(poc, title, centres)));
    }

    private static String made(Page page) {
        if (page.status() != 200 || !page.path().matches("/rondes/[0-9a-f-]{36}")) {
            throw new AssertionError("No round was made: " + page.text());
        }
        return page.path();
    }

    /** Makes a round and opens it; answers its address. */
    public static String open(Visitor poc, String title, TestCentre... centres) {
        String round = draft(poc, title, centres);
        Net.confirm(poc, round + "/opening");
        return round;
    }

    /** Asks what an address asks before it does something, and confirms it. */
    public static Page confirm(Visitor poc, String address) {
        return poc.submit(poc.get(address).form(address));
    }

    /** The id at the end of an address. */
    public static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    /** Starts the scan of a centre in a round; answers its address. */
    public static String start(Visitor visitor, TestCentre centre, String round) {
        Page page = visitor.post("/centrum/" + centre.id() + "/ronde/" + id(round) + "/zelfscan", Map.of());
        if (!page.path().endsWith("/inleiding")) {
            throw new AssertionError("Not started: " + page.text());
        }
        return page.path().replaceAll("/inleiding$", "");
    }

    /** Answers every question of a scan. */
    public static void fillIn(Visitor visitor, String scan) {
        SampleForms.all().forEach((section, fields) -> {
            Form form = visitor.get(scan + (section.equals("slotvragen") ? "/deel/slotvragen" : "/deel/" + section)).form("/zelfscan/");
            fields.forEach((name, values) -> form.set(name, values.toArray(String[]::new)));
            visitor.submit(form);
        });
    }

    /** Starts, fills in and sends the scan of a centre; answers its address. */
    public static String send(Visitor director, TestCentre centre, String round) {
        String scan = start(director, centre, round);
        fillIn(director, scan);
        sent(confirm(director, scan + "/verzending"));
        return scan;
    }

    /** The id of what was sent, of the page that shows it. */
    public static UUID sent(Page result) {
        if (!result.path().startsWith("/resultaat/")) {
            throw new AssertionError("Not sent: " + result.text());
        }
        return id(result.path());
    }

    /** The number of messages of a kind in a round to somebody. */
    public static long messages(String round, String kind, String recipient) {
        return SERVICE.count("select count(*) from message where round_id = ? and kind = ? and recipient = ?", id(round), kind, recipient);
    }

    /** What the page of a round says of a centre. */
    public static String line(Page round, TestCentre centre) {
        return round.document().select("tbody tr").stream().filter(row -> row.text().contains(centre.name())).map(row -> row.text())
                .findFirst()
                .orElse("");
    }
}
