package be.zelfscan.followup;

import be.zelfscan.web.Notice;

/** What was done with two centres, said on the page of who inspires whom. */
enum InspirationNotice implements Notice {
    introduced("voorgesteld", "De twee centra zijn aan elkaar voorgesteld. Hun directeurs krijgen een mail.");

    private final String word;
    private final String sentence;

    InspirationNotice(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
