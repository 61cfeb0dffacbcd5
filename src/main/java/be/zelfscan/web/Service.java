package be.zelfscan.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How this service runs.
 *
 * @param demonstration whether it shows invented data and says who one can be
 * @param mailbox whether mails go to the local mailbox
 * @param url address at which people reach it, without slash at the end; empty when it is not configured
 */
@ConfigurationProperties("zelfscan.service")
public record Service(@Bindable(defaultValue = "false") boolean demonstration, @Bindable(defaultValue = "false") boolean mailbox,
        @Nullable String url) {
    public Service {
        url = url == null ? "" : url.replaceAll("/+$", "");
    }
}
