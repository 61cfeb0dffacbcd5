package be.zelfscan.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * How this service runs.
 *
 * @param demonstration whether it shows invented data and says who one can be
 * @param mailbox whether mails go to the local mailbox
 * @param url address at which people reach it, without slash at the end; empty when it is not configured
 * @param proxies addresses of the proxies that pass requests on, besides this machine itself
 */
@ConfigurationProperties("zelfscan.service")
public record Deployment(@Bindable(defaultValue = "false") boolean demonstration, @Bindable(defaultValue = "false") boolean mailbox,
        @Nullable String url, @Nullable List<String> proxies) {
    public Deployment {
        proxies = proxies == null ? List.of() : List.copyOf(proxies);
        url = url == null ? "" : url.replaceAll("/+$", "");
    }
}
