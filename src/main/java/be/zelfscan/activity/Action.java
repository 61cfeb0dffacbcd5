package be.zelfscan.activity;

/** What is kept in the log. */
public enum Action {
    signed_in("meldde zich aan"), //
    signed_out("meldde zich af"), //
    signed_out_everywhere("meldde zich overal af"), //
    scan_started("begon een zelfscan"), //
    scan_sent("verzond een zelfscan"), //
    preparation_opened("liet het team eerst alleen nadenken"), //
    preparation_closed("sloot wat het team alleen bedacht"), //
    scan_reopened("opende een verzonden zelfscan opnieuw"), //
    round_made("maakte een ronde"), //
    round_changed("wijzigde een ronde"), //
    round_opened("opende een ronde"), //
    round_extended("verlengde een ronde"), //
    round_closed("sloot een ronde"), //
    notes_erased("wiste de toelichtingen van een ronde"), //
    mail_requested("liet mails vertrekken"), //
    mail_resent("stuurde een mail opnieuw"), //
    organisation_added("voegde toe"), //
    organisation_changed("wijzigde"), //
    organisation_ended("beëindigde"), //
    person_ended("zette op niet-actief"), //
    roles_changed("wijzigde rollen"), //
    person_removed("verwijderde een persoon"), //
    imported("importeerde een bestand"), //
    exported("exporteerde gegevens"), //
    token_made("maakte een sleutel voor een programma"), //
    token_revoked("trok een sleutel van een programma in"), //
    label_made("maakte een label"), //
    label_renamed("hernoemde een label"), //
    label_ended("beëindigde een label"), //
    label_resumed("nam een label opnieuw in gebruik"), //
    help_added("voegde hulp onderweg toe"), //
    help_proposed("stelde hulp onderweg voor"), //
    help_changed("wijzigde hulp onderweg"), //
    help_erased("wiste hulp onderweg"), //
    need_asked("schreef op wat het centrum nodig heeft"), //
    need_passed_on("gaf door wat het centrum nodig heeft"), //
    need_kept("gaf niet langer door wat het centrum nodig heeft"), //
    need_taken_back("trok in wat het centrum nodig had"), //
    need_answered("antwoordde op wat een centrum nodig heeft"), //
    centres_introduced("stelde twee centra aan elkaar voor"), //
    agreement_made("maakte een afspraak van het centrum"), //
    agreement_changed("wijzigde een afspraak van het centrum"), //
    opening_offered("stelde voor om resultaten voor elkaar open te zetten"), //
    opening_accepted("zette resultaten voor elkaar open"), //
    opening_ended("zette resultaten niet langer voor elkaar open");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    /** As the interface words it, after a name. */
    public String label() {
        return label;
    }
}
