package be.zelfscan.report.pdf;

/** The bundled faces; EMOJI is the fallback for what the text faces do not have. */
enum Typeface {
    REGULAR("inter-400"), MEDIUM("inter-500"), SEMIBOLD("inter-600"), BOLD("inter-700"), EMOJI("noto-emoji-400");

    private final String fileName;

    Typeface(String name) {
        this.fileName = name + ".ttf";
    }

    String fileName() {
        return fileName;
    }

    String resource() {
        return "/fonts/" + fileName;
    }
}
