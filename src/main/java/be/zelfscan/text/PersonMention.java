package be.zelfscan.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds by simple signs where a text may name a person: a form of address or a function with a name behind it, an e-mail address, a
 * telephone number, a common first name with a surname. It misses many and is sometimes wrong, so that what it finds is a question to
 * whoever wrote the text, and nothing else. The time that it takes grows with the length of the text only. Pure.
 */
public final class PersonMention {
    /** Common in Flanders; enough of them to be of use, and none that is an everyday word at the beginning of a sentence. */
    private static final Set<String> FIRST_NAMES = words("""
            Aaron Adam Ahmed Aïcha Alexander Ali Amina Amber Amélie An Andrea Anja Ann Anna Anne Anneleen Annelies Annemie Annick Anouk
            Arne Arthur Astrid Axel Ayoub Bart Bert Bilal Birgit Bjorn Bram Britt Carine Caroline Charlotte Chris Christel Christophe
            Cindy Daan Daphne David Dieter Dirk Dominique Dries Eddy Elias Elien Eline Elise Elke Ellen Els Emma Erik Eva Evelien Eveline
            Evi Fatima Femke Filip Finn Frank Frederik Geert Gert Gilles Greet Griet Guido Guy Hanne Hannelore Hans Hassan Heidi Helena
            Herman Hilde Ibrahim Ilse Inge Ingrid Isabel Isabelle Jan Jana Jasper Jean Jef Jelle Jens Jeroen Jesse Jo Joke Jolien Jonas
            Joost Joris Josse Julie Jürgen Karel Karen Karim Karin Karolien Kathleen Katleen Katrien Katrijn Kevin Khadija Kim Koen Kris
            Kristel Kristien Kristof Kurt Lars Laura Lena Leen Lien Lies Liesbeth Lieselot Lieve Linda Lisa Lise Lore Lotte Louis Louise
            Luc Lucas Luk Maarten Manon Marc Maria Marie Marieke Marijke Mark Marleen Martine Mathias Matthias Maxim Michel Michiel Mieke
            Mohamed Mohammed Myriam Nadia Nadine Nancy Nathalie Nele Nicolas Nico Niels Nina Noah Nora Omar Olivia Pascal Patrick Paul
            Peter Petra Philippe Pieter Pieterjan Piet Rachid Raf Rik Rita Robin Roel Ruben Rudi Saar Saïd Samira Sander Sandra Sara Sarah
            Seppe Siegfried Sien Sigrid Silke Simon Sofie Sonja Stefan Stefanie Steven Stijn Sven Tamara Tania Thomas Tim Tine Tinne Tom
            Toon Tuur Ulrike Ursula Veerle Vera Veronique Vincent Walter Wendy Werner Wim Wout Wouter Yasmine Yves Youssef Yusuf Zoë""");
    private static final String PARTICLE = "(?:(?:[Dd]e|[Vv]an|[Dd]en|[Dd]er|[Tt]er|[Tt]en)\\h+){0,3}";
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]{1,40}";

    private static final Pattern ADDRESSED = Pattern.compile("(?<!\\p{L})(?:[Mm]eneer|[Mm]ijnheer|[Mm]evrouw|[Jj]uffrouw|[Jj]uf|[Mm]eester"
            + "|(?:[Dd]hr|[Mm]evr|[Mm]vr|[Mm]w|[Mm]r|[Dd]r)\\.?)\\h+" + PARTICLE + NAME);
    private static final Pattern FUNCTION = Pattern.compile("(?<!\\p{L})(?:[Dd]irect(?:eur|rice)|[Cc]oördinator|[Cc]ollega|[Aa]djunct"
            + "|[Mm]edewerk(?:er|ster)|[Pp]sycholo(?:og|ge)|[Aa]rts|[Vv]erpleegkundige|[Ll]eerkracht|[Ll]eerlinge?|[Mm]ama|[Pp]apa)\\h+("
            + NAME + ")");
    /** Not one of an office, which is nobody's. */
    private static final Pattern EMAIL = Pattern.compile("(?<![\\p{L}\\d.+_-])(?!(?:info|contact|secretariaat|onthaal|directie)@)"
            + "[\\p{L}\\d.+_-]{1,64}+@[\\p{L}\\d-]{1,63}+(?:\\.[\\p{L}\\d-]{1,63}+){1,5}+", Pattern.CASE_INSENSITIVE);
    /** Of Belgium, as numbers are written there; a date is none. */
    private static final Pattern TELEPHONE = Pattern.compile("(?<![\\d/.])(?:"
            + "(?:\\+|00)32\\h?(?:\\(0\\)\\h?)?\\d{1,3}(?:[ ./-]{0,3}\\d{2,3}){2,4}"
            + "|04\\d\\d[ ./-]{0,3}(?:\\d\\d[ .]?\\d\\d[ .]?\\d\\d|\\d{3}[ .]?\\d{3})"
            + "|0\\d{1,2}[ ./-]{1,3}\\d{2,3}[ .]\\d\\d[ .]\\d\\d|0\\d{8})(?![\\d/])");
    private static final Pattern CAPITALISED = Pattern.compile("(?<![\\p{L}'’-])" + NAME);
    private static final Pattern SURNAME = Pattern.compile("\\h+" + PARTICLE + "(?:[dD]['’])?" + NAME);
    /** Before a name that is that of a school or a street. */
    private static final Pattern SAINT = Pattern.compile("(?:Sint|Sinte|St\\.?|Heilige)\\h$");

    private PersonMention() {}

    /** The first place in a text that may name a person, as it is written there; empty when there is none. */
    public static Optional<String> in(String text) {
        return Stream.of(first(ADDRESSED, text), first(EMAIL, text), first(TELEPHONE, text), function(text), named(text))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> first(Pattern sign, String text) {
        return sign.matcher(text).results().map(MatchResult::group).findFirst();
    }

    /** With a known first name only: behind a function also stands what it is about, such as a department. */
    private static Optional<String> function(String text) {
        return FUNCTION.matcher(text).results().filter(found -> isFirstName(found.group(1))).map(MatchResult::group).findFirst();
    }

    private static Optional<String> named(String text) {
        Matcher surname = SURNAME.matcher(text);
        return CAPITALISED.matcher(text).results().filter(found -> isFirstName(found.group()) && !isSaint(text, found.start()))
                .filter(found -> surname.region(found.end(), text.length()).lookingAt())
                .map(found -> text.substring(found.start(), surname.end())).findFirst();
    }

    private static boolean isFirstName(String word) {
        return FIRST_NAMES.contains(word.split("-", 2)[0]);
    }

    private static boolean isSaint(String text, int at) {
        return SAINT.matcher(text.substring(Math.max(0, at - 10), at)).find();
    }

    private static Set<String> words(String lines) {
        return Arrays.stream(lines.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
