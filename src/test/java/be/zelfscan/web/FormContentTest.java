package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zelfscan.web.FormContent.Overtaken;
import org.junit.jupiter.api.Test;

class FormContentTest {
    private static final FormContent SHOWN = FormContent.of("Naam", "CLB Noord", "Plaats", "Noord");
    private static final FormContent KEPT = FormContent.of("Naam", "CLB Noord", "Plaats", "Oost");
    private static final FormContent TYPED = FormContent.of("Naam", "CLB Noordrand", "Plaats", "Noord");

    @Test
    void whoWasOvertakenSavesOverWhatTheDifferencesShowAndNothingLater() {
        Overtaken overtaken = catchThrowableOfType(Overtaken.class, () -> Overtaken.check(SHOWN.version(), KEPT, TYPED));

        assertThat(overtaken.differences()).extracting(FormContent.Difference::kept).containsExactly("CLB Noord", "Oost");
        assertThatCode(() -> Overtaken.check(overtaken.version(), KEPT, TYPED)).doesNotThrowAnyException();
        FormContent later = FormContent.of("Naam", "CLB Noord", "Plaats", "West");
        assertThat(catchThrowableOfType(Overtaken.class, () -> Overtaken.check(overtaken.version(), later, TYPED))).isNotNull();
    }

    @Test
    void whatIsKeptAlreadyIsNoConflictWhateverWasShown() {
        assertThatCode(() -> Overtaken.check("", KEPT, KEPT)).doesNotThrowAnyException();
    }
}
