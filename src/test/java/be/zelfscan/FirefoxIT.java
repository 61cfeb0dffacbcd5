package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Await;
import be.zelfscan.support.Firefox;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The main job in the other browser. */
@Timeout(600)
class FirefoxIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum met een andere browser");
    private final Firefox firefox = Firefox.start();

    @AfterEach
    void close() {
        firefox.close();
    }

    @Test
    void whatIsTypedOnABlockPageIsSavedAndIsThereAfterAReload() {
        UUID director = UUID.fromString(service.texts("select id from person where email = '" + centre.director() + "'").getFirst());
        firefox.navigate(service.address() + "/aanmelden");
        firefox.cookie("zelfscan", service.session(director));
        firefox.navigate(service.address() + "/centrum");
        firefox.click("main form button");
        firefox.untilAddress("/inleiding");
        firefox.navigate(firefox.address().replaceAll("/inleiding$", "/deel/preventie"));

        firefox.type("#motive-note", "Getypt in een andere browser");
        Await.until(Duration.ofSeconds(60), "saved", () -> service.count("select count(*) from answer"
                + " where note = 'Getypt in een andere browser'") == 1);
        firefox.reload();

        assertThat(firefox.value("#motive-note")).isEqualTo("Getypt in een andere browser");
    }

    @Test
    void nothingButThisMachineIsReached() {
        firefox.navigate(service.address() + "/aanmelden");
        String outcome = firefox
                .evaluate("return fetch('https://zelfscan.example/', {mode: 'no-cors'}).then(() => 'reached', () => 'refused');")
                .asText();
        assertThat(outcome).isEqualTo("refused");
    }
}
