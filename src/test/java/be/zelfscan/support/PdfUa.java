package be.zelfscan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Judges documents with veraPDF against PDF/UA-1. */
public final class PdfUa {
    private static final int MOST_FAILURES = 50;

    private PdfUa() {}

    /** Fails with every rule that the document breaks, and where. */
    public static void assertConforms(byte[] pdf) {
        assertThat(failures(pdf)).as("PDF/UA-1 failures").isEmpty();
    }

    /** What veraPDF finds wrong, in words; empty if the document conforms. */
    public static List<String> failures(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, MOST_FAILURES, false, true, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).as("checks made by veraPDF").isPositive();
            var failures = result.getTestAssertions().stream().map(PdfUa::inWords).toList();
            assertThat(failures.isEmpty()).as("veraPDF's verdict agrees with its failures").isEqualTo(result.isCompliant());
            return failures;
        } catch (Exception e) {
            throw new AssertionError("veraPDF could not read the document", e);
        }
    }

    private static String inWords(TestAssertion assertion) {
        return assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage() + " at "
                + assertion.getLocation().getContext();
    }
}
