package be.zelfscan.access;

import be.zelfscan.web.Deployment;
import io.micronaut.http.HttpRequest;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * From where a request comes: the machine that is connected, or where that is a proxy of ours (on this machine, or named in the settings)
 * the last address in {@code X-Forwarded-For} that is none. What a stranger writes there counts for nothing.
 */
@Singleton
class RequestSource {
    private static final int NETWORK_BYTES_V6 = 8;

    private final List<InetAddress> proxies;

    RequestSource(Deployment service) {
        proxies = service.proxies().stream().map(RequestSource::literal).flatMap(Optional::stream).toList();
    }

    /** Empty for this machine itself. Of an IPv6 address it is the network: one machine has as many addresses there as it likes. */
    Optional<String> of(HttpRequest<?> request) {
        List<String> passed = request.getHeaders().getAll("X-Forwarded-For").stream().flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip).toList();
        InetAddress source = request.getRemoteAddress().getAddress();
        for (int i = passed.size() - 1; i >= 0 && isOurs(source); i--) {
            Optional<InetAddress> before = literal(passed.get(i));
            if (before.isEmpty()) {
                break;
            }
            source = before.get();
        }
        return source.isLoopbackAddress() ? Optional.empty() : Optional.of(key(source));
    }

    private boolean isOurs(InetAddress address) {
        return address.isLoopbackAddress() || proxies.contains(address);
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes.length > NETWORK_BYTES_V6 ? Arrays.copyOf(bytes, NETWORK_BYTES_V6) : bytes);
    }

    /** Never asks for a name. */
    private static Optional<InetAddress> literal(String text) {
        String address = text.matches("\\d[\\d.]*:\\d+") ? text.substring(0, text.indexOf(':'))
                : text.replaceFirst("^\\[(.*)](:\\d+)?$", "$1");
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException ofAnotherLength) {
            return Optional.empty();
        }
    }
}
