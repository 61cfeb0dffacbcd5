package be.zelfscan.chart;

import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads how charts look, from the files in {@code charts/} that travel with the service, and makes what draws them. */
@Factory
public class Charts {
    private static final String FOLDER = "/charts/";

    private final ObjectMapper json;
    private final Look look;

    public Charts(ObjectMapper json, Fonts fonts) {
        this.json = json;
        this.look = new Look(bundled("style.json", ChartStyle.class), fonts);
    }

    /** Draws the datagrafiek of a centre. */
    @Singleton
    public DataChartDrawing dataChart() {
        return new DataChartDrawing(look, bundled("datagrafiek.json", DataChartDrawing.Definition.class));
    }

    /** Draws centres side by side. */
    @Singleton
    public MatrixDrawing matrix() {
        return new MatrixDrawing(look, bundled("matrix.json", MatrixDrawing.Definition.class));
    }

    /** Draws how groups of centres are spread over the stages. */
    @Singleton
    public DistributionDrawing distribution() {
        return new DistributionDrawing(look, bundled("verdeling.json", DistributionDrawing.Definition.class));
    }

    /** Draws which categories return as lever and as bottleneck. */
    @Singleton
    public CategoryDrawing categories() {
        return new CategoryDrawing(look, bundled("categorieen.json", CategoryDrawing.Definition.class));
    }

    Look look() {
        return look;
    }

    private <D> D bundled(String name, Class<D> kind) {
        try (InputStream stream = Charts.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("The chart definition " + name + " is not on the class path");
            }
            return read(json, name, stream.readAllBytes(), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param file the name by which faults mention it
     * @throws IllegalArgumentException with a line for each fault: file, JSON pointer, what is wrong and what is expected
     */
    static <D> D read(ObjectMapper json, String file, byte[] content, Class<D> kind) {
        D definition;
        try {
            definition = json.readValue(content, kind);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": /: " + e.getMessage() + "; expected a definition as those in charts/ show", e);
        }
        List<String> faults = Validator.getInstance().validate(definition).stream().map(Charts::fault).sorted().toList();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.stream().map(fault -> file + ": " + fault).collect(Collectors.joining("\n")));
        }
        return definition;
    }

    private static String fault(ConstraintViolation<?> violation) {
        String pointer = "/" + violation.getPropertyPath().toString().replaceAll("<[^>]*>|]", "").replaceAll("[.\\[]", "/");
        return violation.getInvalidValue() == null ? pointer + ": missing; expected a value"
                : "%s: %s; expected %s".formatted(pointer, violation.getInvalidValue(), violation.getMessage());
    }
}
