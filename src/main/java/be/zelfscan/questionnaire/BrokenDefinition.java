package be.zelfscan.questionnaire;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot be used, with all its faults at once. The message is fit to be shown on a terminal. */
public class BrokenDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DefinitionFault> faults;

    public BrokenDefinition(List<DefinitionFault> faults) {
        super(faults.stream().map(DefinitionFault::line).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<DefinitionFault> faults() {
        return faults;
    }
}
