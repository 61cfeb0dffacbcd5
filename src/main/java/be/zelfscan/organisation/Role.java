package be.zelfscan.organisation;

/** What a person is in a centre. */
public enum Role {
    member("lid van het beleidsteam"), coordinator("beleidsondersteuner"), director("directeur");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** As the interface words it. */
    public String label() {
        return label;
    }
}
