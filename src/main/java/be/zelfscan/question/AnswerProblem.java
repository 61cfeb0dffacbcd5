package be.zelfscan.question;

import be.zelfscan.text.BelgianDutch;
import java.util.Collection;
import java.util.List;

/**
 * Why an answer cannot be kept, or is not complete. What several types of questions can find wrong stands here; a type adds what only it
 * finds. {@link #sentence} says it to a respondent.
 */
public interface AnswerProblem {
    /** The most characters of a note (Unicode code points). */
    int NOTE_LIMIT = 10_000;
    /** The most characters of the text with an option (Unicode code points). */
    int TEXT_LIMIT = 500;

    /** A clear sentence in Dutch: what is wrong and what is expected. */
    String sentence();

    /** The field of the question that it is about, see {@link Fields}. */
    default String field() {
        return Fields.CHOICE;
    }

    /** Nothing was answered to a required question. */
    record Missing(String what) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Hier ontbreekt nog een antwoord: " + what + ".";
        }
    }

    /** It came without the revision that it was made from, so that nobody knows what it would overwrite. */
    record WithoutRevision() implements AnswerProblem {
        @Override
        public String sentence() {
            return "Deze vraag kwam onvolledig aan en is nog niet bewaard. Wat je typte, staat er nog: bewaar het opnieuw.";
        }
    }

    /** The answer is none of those that the instrument offers. */
    record OutsideOptions(Question question) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Dit antwoord hoort niet bij de vraag. Kies een van de mogelijkheden die er staan.";
        }
    }

    /** More than one answer to a question that takes one. */
    record MoreThanOne() implements AnswerProblem {
        @Override
        public String sentence() {
            return "Bij deze vraag kan je maar één antwoord kiezen.";
        }
    }

    /** An option that asks for a text came without one. */
    record TextMissing(String option) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return "Schrijf kort wat je bedoelt met ‘" + option + "’.";
        }
    }

    /** The text with an option is too long. */
    record TextTooLong(int length) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return "Deze tekst telt " + length + " tekens. Er is plaats voor " + TEXT_LIMIT
                    + " tekens; zet de rest in de toelichting.";
        }
    }

    /** A text over the limit, where the text is the answer. */
    record WrittenTooLong(int length) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return "Deze tekst telt " + BelgianDutch.number(length) + " tekens. Er is plaats voor " + BelgianDutch.number(NOTE_LIMIT)
                    + " tekens: kort hem wat in en bewaar opnieuw.";
        }
    }

    /** The same answer twice. */
    record Twice(String label) implements AnswerProblem {
        @Override
        public String sentence() {
            return "‘" + label + "’ staat er twee keer. Kies elk antwoord maar één keer.";
        }
    }

    /** Fewer answers than asked. */
    record TooFew(int min) implements AnswerProblem {
        @Override
        public String sentence() {
            return min == 1 ? "Kies er minstens één." : "Kies er minstens " + min + ".";
        }
    }

    /** More answers than asked. */
    record TooMany(int max) implements AnswerProblem {
        @Override
        public String sentence() {
            return max == 1 ? "Kies er hoogstens één." : "Kies er hoogstens " + max + ".";
        }
    }

    /** A note over the limit. */
    record NoteTooLong(int length) implements AnswerProblem {
        @Override
        public String field() {
            return "note";
        }

        @Override
        public String sentence() {
            return "Deze toelichting telt " + BelgianDutch.number(length) + " tekens. Er is plaats voor "
                    + BelgianDutch.number(NOTE_LIMIT)
                    + " tekens: kort ze wat in en bewaar opnieuw.";
        }
    }

    /** One when a note is too long. */
    static List<AnswerProblem> noteTooLong(String note) {
        int length = note.codePointCount(0, note.length());
        return length > NOTE_LIMIT ? List.of(new NoteTooLong(length)) : List.of();
    }

    /** One when a text that is the answer is too long. */
    static List<AnswerProblem> tooLong(String text) {
        int length = text.codePointCount(0, text.length());
        return length > NOTE_LIMIT ? List.of(new WrittenTooLong(length)) : List.of();
    }

    /** One for each text with an option that is too long. */
    static List<AnswerProblem> tooLong(Collection<String> texts) {
        return texts.stream().map(text -> text.codePointCount(0, text.length())).filter(length -> length > TEXT_LIMIT)
                .<AnswerProblem>map(TextTooLong::new).toList();
    }
}
