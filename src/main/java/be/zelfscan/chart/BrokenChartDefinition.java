package be.zelfscan.chart;

import java.util.List;

/** A chart definition that cannot be used, with every fault that was found: file, JSON pointer, what is wrong and what is expected. */
public final class BrokenChartDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenChartDefinition(String file, List<String> faults) {
        super(String.join("\n", faults.stream().map(fault -> file + ": " + fault).toList()));
    }
}
