package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.access.Rights.RightsRule;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Odd text in every parameter of every address: parts of its path, what it takes after the question mark, and each field of each form that
 * stands on a page. Whatever it is, it is answered with a page or refused with a sentence; nothing goes wrong inside.
 */
@Timeout(1200)
@Order(2) // it is long, and works alone
class OddTextIT {
    /** As they stand in an address or a body, since some of them are no text at all. */
    private static final List<String> ODD = Stream.concat(
            Stream.of("\u0000", "a\u0000b", "Centrum \u0096 Noord\u0085", "\u202Egnoord\u202C\u200B", "Cen\u0065\u0301trum", "🌱👩🏽‍🌾",
                    "' or 1=1; drop table x --",
                    "\"><script>alert(1)</script>", "../../etc/passwd", "{{7*7}}${7*7}%s%n", "\\", "%", "a".repeat(3000), "-1",
                    "99999999999999999999", "1e9",
                    "0x1F", "NaN", "2026-02-30", "31/02/2026", "'':*&|!()", "null", " ", "\r\nX: y", "\uFEFFa", "\uFFFE\uFFFF",
                    "00000000-0000-0000-0000-000000000000")
                    .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
            Stream.of("%ED%A0%80", "%FF%FE", "%C0%80", "%00")).toList();
    private static final int AT_ONCE = 3;
    /** Ends the session with which the test goes on. */
    private static final Set<String> LEFT_OUT = Set.of("/aanmelden/afmelding");

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Map<Actor, Visitor> visitors = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int turn;

    @Test
    void noParameterOfAnyAddressMakesTheServiceFail() {
        for (Actor actor : List.of(Actor.support, Actor.director, Actor.leader, Actor.nobody)) {
            visitors.put(actor, net.visitor(actor));
        }
        Set<String> asked = new TreeSet<>();
        int forms = 0;
        for (Rights.Row row : rows()) {
            Actor actor = RightsIT.whoMay(row, visitors.keySet());
            String path = RightsIT.path(row, net);
            odd(actor, row, path);
            if (row.method() != HttpMethod.GET || path.endsWith(".pdf") || path.endsWith(".zip")) {
                continue;
            }
            Page page = judged(visitors.get(actor).get(path), "GET " + path);
            for (String parameter : parameters(row, page)) {
                asked.add(row.path() + "?" + parameter);
                for (String text : some()) {
                    judged(visitors.get(actor).get(path + "?" + parameter + "=" + text),
                            "GET " + path + "?" + parameter + "=" + shown(text));
                }
            }
            for (Element form : page.document().select("form[method=post]")) {
                if (form.attr("action").startsWith("/") && !LEFT_OUT.contains(form.attr("action"))
                        && asked.add("POST " + form.attr("action"))) {
                    forms++;
                    post(actor, form.attr("action"), fields(form));
                }
            }
        }
        for (String name : List.of("a\u0000b.csv", "\u0096.xlsx", "\u202Egnp.csv", "b".repeat(500) + ".csv", "", " ", "../x.csv",
                "=1+1.csv")) {
            judged(visitors.get(Actor.support).upload("/organisatie/import", "bestand", name,
                    "Centrum;X\n".getBytes(StandardCharsets.UTF_8)),
                    "upload " + name);
        }
        assertThat(forms).as("forms found on pages").isGreaterThan(20);
        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    private List<Rights.Row> rows() {
        Set<String> addresses = service.context().getBean(Router.class).uriRoutes()
                .map(route -> route.getHttpMethod() + " " + RightsRule.path(route)).collect(Collectors.toSet());
        return Rights.table().stream().filter(row -> addresses.contains(row.method() + " " + row.path())).toList();
    }

    /** One part of the path after another. */
    private void odd(Actor actor, Rights.Row row, String usual) {
        String[] pattern = row.path().split("/");
        String[] parts = usual.split("/");
        for (int at = 0; at < pattern.length; at++) {
            if (pattern[at].startsWith("{")) {
                for (String text : some()) {
                    String[] other = parts.clone();
                    other[at] = text.replace("+", "%20");
                    String path = String.join("/", other);
                    Visitor visitor = visitors.get(actor);
                    judged(row.method() == HttpMethod.GET ? visitor.get(path) : visitor.post(path, Map.of()),
                            row.method() + " " + shown(path));
                }
            }
        }
    }

    /** What the handler takes, and what links and forms of the page itself ask for. */
    private Set<String> parameters(Rights.Row row, Page page) {
        Set<String> parameters = new LinkedHashSet<>();
        service.context().getBean(Router.class).uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET && RightsRule.path(route).equals(row.path()))
                .flatMap(route -> Arrays.stream(route.getTargetMethod().getArguments()))
                .filter(argument -> argument.getType() == String.class || argument.isOptional())
                .map(argument -> argument.getAnnotationMetadata().stringValue("io.micronaut.http.annotation.QueryValue")
                        .filter(name -> !name.isEmpty())
                        .orElse(argument.getName()))
                .forEach(parameters::add);
        page.document().select("form[method=get] [name]").stream().map(field -> field.attr("name")).forEach(parameters::add);
        Matcher links = java.util.regex.Pattern.compile("[?&]([a-zA-Z]+)=")
                .matcher(page.document().select("a[href]").eachAttr("href").stream()
                        .filter(href -> href.startsWith(page.path() + "?") || href.startsWith("?")).collect(Collectors.joining(" ")));
        while (links.find()) {
            parameters.add(links.group(1));
        }
        return parameters;
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name], button[name]")) {
            fields.putIfAbsent(field.attr("name"), field.tagName().equals("select") ? field.select("option[selected]").attr("value")
                    : field.tagName().equals("textarea") ? field.wholeText() : field.attr("value"));
        }
        return fields;
    }

    /** Each field of the form is odd once; a session of its own, since a form may end it. */
    private void post(Actor actor, String action, Map<String, String> fields) {
        Visitor visitor = net.visitor(actor);
        for (String field : fields.keySet()) {
            for (String text : some()) {
                String body = fields.entrySet().stream().map(one -> URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8) + "="
                        + (one.getKey().equals(field) ? text : URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&"));
                judged(visitor.postRaw(action, "application/x-www-form-urlencoded", body),
                        "POST " + action + " " + field + "=" + shown(text));
            }
        }
    }

    /** A few of them, the next ones each time, and always the one that no database holds. */
    private List<String> some() {
        List<String> some = new ArrayList<>(List.of("a%00b", "%C2%96"));
        for (int i = 0; i < AT_ONCE; i++) {
            some.add(ODD.get(turn++ % ODD.size()));
        }
        return some;
    }

    private Page judged(Page page, String what) {
        if (page.status() >= 500) {
            wrong.add(page.status() + " " + what);
        }
        return page;
    }

    private static String shown(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
