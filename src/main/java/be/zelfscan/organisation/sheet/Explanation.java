package be.zelfscan.organisation.sheet;

import java.util.List;

/** What the first sheet of a workbook tells whoever fills it in. */
final class Explanation {
    private Explanation() {}

    static List<String> lines() {
        return List.of("Zo vul je dit bestand in",
                "Elk werkblad heeft een rij met kolomtitels. Laat die staan en schrijf eronder, één ding per rij.",
                "Scholengroepen: één rij per scholengroep.",
                "Centra: één rij per centrum, met de scholengroep waarvoor het werkt. Werkt een centrum voor meer scholengroepen, geef het dan een rij per scholengroep.",
                "Vestigingen: één rij per vestiging, met het centrum waarbij ze hoort.",
                "Mensen: één rij per rol. Wie meer rollen heeft, krijgt meer rijen, telkens met dezelfde naam en hetzelfde e-mailadres.",
                "Rollen: " + String.join(", ", RoleNames.all())
                        + ". Bij lid, beleidsondersteuner en directeur vul je het centrum in; bij verantwoordelijke de scholengroep; bij POC+ geen van beide.",
                "Namen en e-mailadressen zijn de sleutels. Hoofdletters en spaties vooraan of achteraan maken geen verschil.",
                "Een import voegt toe en vult aan. Wat niet in het bestand staat, blijft zoals het is; wegnemen en beëindigen doe je op het scherm.",
                "Voor je iets bewaart, zie je wat er verandert. Klopt er ergens iets niet, dan verandert er niets.",
                "Een tekst die met =, +, - of @ begint, krijgt bij een export een apostrof ervoor, zodat je rekenblad er geen formule van maakt. Bij een import valt die weer weg.");
    }
}
