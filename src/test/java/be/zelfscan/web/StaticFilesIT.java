package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page meets the files of its own build, and no others. */
class StaticFilesIT {
    private final Visitor visitor = TestService.get().visitor();

    @Test
    void everyFileThatAPageNamesIsOfItsOwnBuildAndStaysAsItIs() {
        Page page = visitor.get("/aanmelden");
        List<String> files = Stream
                .concat(page.document().select("link[href]").eachAttr("href").stream(),
                        page.document().select("script[src]").eachAttr("src").stream())
                .filter(address -> !address.startsWith("/webjars/")).toList();

        assertThat(files).hasSizeGreaterThan(8).allSatisfy(address -> {
            assertThat(address).matches("/static/[0-9a-f]{16}/[a-z]+\\.(css|js|svg)");
            Page file = visitor.get(address);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.response().headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
            assertThat(file.response().headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        });
    }

    @Test
    void theFileOfAnotherBuildIsNotThere() {
        assertThat(visitor.get("/static/0123456789abcdef/saving.js").status()).isEqualTo(404);
        assertThat(visitor.get(StaticFiles.address("verzonnen.js")).status()).isEqualTo(404);
    }

    @Test
    void allFilesHaveSuchAnAddress() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/static"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(StaticFiles.NAMES);
        }
    }
}
