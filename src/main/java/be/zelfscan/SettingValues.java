package be.zelfscan;

import be.zelfscan.database.StartProblem;
import be.zelfscan.web.WebOrigin;
import io.netty.util.NetUtil;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment, read one setting at a time. What is blank counts as not set; what is not as it has to be is a {@link StartProblem} of
 * one sentence.
 */
record SettingValues(Map<String, String> environment) {
    static final String LOOPBACK = "127.0.0.1";

    Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    String required(String name, String because) {
        return find(name).orElseThrow(() -> new StartProblem(name + " is missing; it belongs with " + because + "."));
    }

    /** Refuses settings that are of no use, and so are a slip, without another one. */
    void onlyWith(String other, String... names) {
        for (String name : names) {
            if (find(name).isPresent()) {
                required(other, name);
            }
        }
    }

    int port(String name, int otherwise) {
        String text = find(name).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw expected(name, text, "a port number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    boolean truth(String name, boolean otherwise) {
        return switch (find(name).orElse(String.valueOf(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw expected(name, other, "true or false");
        };
    }

    void requireOneOf(String name, List<String> values) {
        find(name).filter(value -> !values.contains(value)).ifPresent(value -> {
            throw expected(name, value, "one of " + String.join(", ", values));
        });
    }

    /** What people type in their browser, or follow in a mail. */
    Optional<WebOrigin> origin(String name) {
        return find(name).map(text -> WebOrigin.of(text).orElseThrow(() -> expected(name, text,
                "an address such as https://zelfscan.example.be, with http:// or https:// before the name and nothing behind it but a "
                        + "port")));
    }

    void requireMailAddress(String name) {
        find(name).ifPresent(text -> {
            try {
                new InternetAddress(text.strip(), true).validate();
                if (!text.strip().matches("[^@\\s<>]+@[^@\\s<>]+")) {
                    throw expected(name, text, "one e-mail address, without a name");
                }
            } catch (AddressException none) {
                throw expected(name, text, "one e-mail address, without a name");
            }
        });
    }

    /** The name or number of a machine that can be asked for. */
    void requireHostName(String name) {
        find(name).filter(text -> !text.matches("[\\p{Alnum}._-]+|[\\p{XDigit}.:]*:[\\p{XDigit}.]*:[\\p{XDigit}.:]*")).ifPresent(text -> {
            throw expected(name, text, "the name of a machine, without port");
        });
    }

    /** An address of this machine, to listen on. */
    String ownAddress(String name) {
        String text = find(name).orElse(LOOPBACK);
        try {
            InetAddress address = InetAddress.getByName(text);
            if (address.isAnyLocalAddress() || address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return text;
            }
        } catch (UnknownHostException | SocketException none) {
            throw expected(name, text, "an address of this machine, without port");
        }
        throw expected(name, text, "an address of this machine, without port");
    }

    /** Addresses as numbers, apart by commas. */
    List<String> addresses(String name) {
        List<String> all = find(name).map(text -> List.of(text.strip().split("[,\\s]+"))).orElse(List.of());
        all.stream().filter(text -> NetUtil.createByteArrayFromIpAddressString(text) == null).forEach(text -> {
            throw expected(name, text, "addresses as numbers, such as 10.0.0.4, apart by commas");
        });
        return all;
    }

    static StartProblem expected(String name, String found, String expected) {
        return new StartProblem(name + " is '" + found.replaceAll("\\p{Cntrl}", "?") + "'; expected " + expected + ".");
    }
}
