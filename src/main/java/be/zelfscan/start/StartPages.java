package be.zelfscan.start;

import be.zelfscan.web.Shell;
import java.util.List;

/** What the first page shows; the template of {@code src/main/jte/start} takes this. */
public final class StartPages {
    private StartPages() {}

    /** Somebody whom one can be in the demonstration. */
    public record Example(String name, String email, String role) {}

    /** The first page of a demonstration. */
    public record Start(Shell shell, String centre, List<Example> people) {}
}
