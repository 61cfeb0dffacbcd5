package be.zelfscan.scan;

import be.zelfscan.questionnaire.Question;

/**
 * Why an answer cannot be kept, or is not complete. The one catalogue of what can be wrong with an answer; {@link #sentence} says it to a
 * respondent.
 */
public sealed interface AnswerProblem {
    /** A clear sentence in Dutch: what is wrong and what is expected. */
    String sentence();

    /** The field of the question that it is about, as {@link AnswerForm} names it. */
    default String field() {
        return switch (this) {
            case NoteTooLong n -> "note";
            case TextMissing t -> "text";
            case TextTooLong t -> "text";
            default -> "choice";
        };
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

    /** An exclusive option together with others. */
    record NotTogether(String exclusive) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Je koos ‘" + exclusive + "’ samen met een ander antwoord. Kies het ene of het andere.";
        }
    }

    /** An option that asks for a text came without one. */
    record TextMissing(String option) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Schrijf kort wat je bedoelt met ‘" + option + "’.";
        }
    }

    /** The text with an option is too long. */
    record TextTooLong(int length) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Deze tekst telt " + length + " tekens. Er is plaats voor " + AnswerRules.TEXT_LIMIT
                    + " tekens; zet de rest in de toelichting.";
        }
    }

    /** A note over the limit. */
    record NoteTooLong(int length) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Deze toelichting telt " + AnswerRules.number(length) + " tekens. Er is plaats voor "
                    + AnswerRules.number(AnswerRules.NOTE_LIMIT)
                    + " tekens: kort ze wat in en bewaar opnieuw.";
        }
    }

    /** An ambition before there is a stage to grow from. */
    record StageFirst() implements AnswerProblem {
        @Override
        public String sentence() {
            return "Kies eerst het stadium van vandaag; daarna kan je de ambitie kiezen.";
        }
    }

    /** An ambition that the chosen stage does not allow. */
    record AmbitionNotOffered(String stage) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Deze ambitie past niet bij het stadium ‘" + stage + "’. Kies opnieuw waar jullie naartoe willen.";
        }
    }

    /** The same block twice. */
    record Twice(String block) implements AnswerProblem {
        @Override
        public String sentence() {
            return "‘" + block + "’ staat er twee keer. Kies elke bouwsteen maar één keer.";
        }
    }

    /** Fewer blocks than asked. */
    record TooFew(int min) implements AnswerProblem {
        @Override
        public String sentence() {
            return min == 1 ? "Kies minstens één bouwsteen." : "Kies minstens " + min + " bouwstenen.";
        }
    }

    /** A place of the order was left open, with something behind it. */
    record OpenPlace(String place) implements AnswerProblem {
        @Override
        public String sentence() {
            return "‘" + place + "’ is nog leeg. Vul dat in, of schuif op wat erna komt.";
        }
    }

    /** More blocks than asked. */
    record TooMany(int max) implements AnswerProblem {
        @Override
        public String sentence() {
            return max == 1 ? "Kies hoogstens één bouwsteen." : "Kies hoogstens " + max + " bouwstenen.";
        }
    }

    /** "Not yet" together with picked blocks. */
    record NotYetWithBlocks() implements AnswerProblem {
        @Override
        public String sentence() {
            return "Je koos ‘nog niet’ en ook bouwstenen. Kies het ene of het andere.";
        }
    }
}
