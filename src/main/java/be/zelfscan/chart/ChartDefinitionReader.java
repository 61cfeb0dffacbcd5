package be.zelfscan.chart;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads chart definitions. Thread-safe. */
@Singleton
public class ChartDefinitionReader {
    private static final String BUNDLED = "/charts/datagrafiek.json";

    private final ObjectMapper json;

    public ChartDefinitionReader(ObjectMapper json) {
        this.json = json;
    }

    /** The definition that travels with the service. */
    public ChartDefinition bundled() {
        try (InputStream stream = ChartDefinitionReader.class.getResourceAsStream(BUNDLED)) {
            if (stream == null) {
                throw new IllegalStateException("The chart definition " + BUNDLED + " is not on the class path");
            }
            return read(BUNDLED.substring(1), stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one definition.
     *
     * @param file the name by which faults mention it
     * @throws BrokenChartDefinition with every fault
     */
    public ChartDefinition read(String file, byte[] content) {
        ChartDefinition definition = parse(file, content);
        List<String> faults = new ChartDefinitionCheck().faults(definition);
        if (!faults.isEmpty()) {
            throw new BrokenChartDefinition(file, faults);
        }
        return definition;
    }

    private ChartDefinition parse(String file, byte[] content) {
        try {
            ChartDefinition definition = json.readValue(content, ChartDefinition.class);
            if (definition == null) {
                throw new BrokenChartDefinition(file, List.of("/: nothing; expected a chart definition as a JSON object"));
            }
            return definition;
        } catch (IOException e) {
            throw new BrokenChartDefinition(file,
                    List.of("/: " + e.getMessage() + "; expected a chart definition as charts/datagrafiek.json shows"));
        }
    }
}
