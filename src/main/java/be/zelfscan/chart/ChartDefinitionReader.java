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
    private static final String FOLDER = "charts/";

    private final ObjectMapper json;

    public ChartDefinitionReader(ObjectMapper json) {
        this.json = json;
    }

    /** The definition of the datagrafiek that travels with the service. */
    public ChartDefinition bundled() {
        return bundled("datagrafiek.json", ChartDefinition.class);
    }

    /** The definition of the matrix of centres and building blocks that travels with the service. */
    public MatrixDefinition matrix() {
        return bundled("matrix.json", MatrixDefinition.class);
    }

    /** The definition of the bars of stages that travels with the service. */
    public DistributionDefinition distribution() {
        return bundled("verdeling.json", DistributionDefinition.class);
    }

    /** The definition of the chart of levers and bottlenecks that travels with the service. */
    public CategoryDefinition categories() {
        return bundled("hefbomen-knelpunten.json", CategoryDefinition.class);
    }

    private <D extends Record> D bundled(String name, Class<D> kind) {
        String file = FOLDER + name;
        try (InputStream stream = ChartDefinitionReader.class.getResourceAsStream("/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The chart definition " + file + " is not on the class path");
            }
            return read(file, stream.readAllBytes(), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a definition of a datagrafiek.
     *
     * @param file the name by which faults mention it
     * @throws BrokenChartDefinition with every fault
     */
    public ChartDefinition read(String file, byte[] content) {
        return read(file, content, ChartDefinition.class);
    }

    <D extends Record> D read(String file, byte[] content, Class<D> kind) {
        D definition = parse(file, content, kind);
        List<String> faults = new ChartDefinitionCheck().faults(definition);
        if (!faults.isEmpty()) {
            throw new BrokenChartDefinition(file, faults);
        }
        return definition;
    }

    private <D extends Record> D parse(String file, byte[] content, Class<D> kind) {
        try {
            D definition = json.readValue(content, kind);
            if (definition == null) {
                throw new BrokenChartDefinition(file, List.of("/: nothing; expected a chart definition as a JSON object"));
            }
            return definition;
        } catch (IOException e) {
            throw new BrokenChartDefinition(file,
                    List.of("/: " + e.getMessage() + "; expected a chart definition as those in charts/ show"));
        }
    }
}
