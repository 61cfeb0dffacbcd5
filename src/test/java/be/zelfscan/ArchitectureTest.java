package be.zelfscan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shape of the code, as the README draws it. */
@AnalyzeClasses(packages = "be.zelfscan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "be.zelfscan";
    /** From the top down: a package uses those below it. */
    private static final List<String> DOWNWARDS = List.of("start", "export", "campaign", "followup", "opening", "report", "comparison",
            "chart",
            "team",
            "scan",
            "round", "access",
            "mail", "schedule", "organisation", "questionnaire", "question", "activity", "web", "text", "database");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/main/jte"));
    /** Words of one instrument; the engine knows none. */
    private static final Pattern OF_ONE_INSTRUMENT = Pattern.compile("\\bR?clb(k|['’]?s)?\\b|poolster|elf bouwstenen|inspectie",
            Pattern.CASE_INSENSITIVE);

    /** What one instrument calls things: a definition says it, and {@code words.json} for those that say nothing. */
    private static final Pattern NOUN_OF_AN_INSTRUMENT = Pattern.compile("bouwste[ne]|hefbo[om]|knelpunt|\\bstadi(um|a)\\b|inschaling"
            + "|\\b(inge|te )schaa?l(d|en)\\b|ambitie|continu[uü]m|continua\\b|slotvra|inspirerende praktijk|prioriteit|PDCA|RclbK"
            + "|(?-i:[\">]\\s*Clusters?\\b)|=\"clusters?\"", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--.*?-->|<%--.*?--%>|(?m)^\\s*//.*$", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(".*\\.(java|jte|css|js|json)");

    /** What Micronaut generates beside a class is as good as the class. */
    private static final DescribedPredicate<JavaClass> GENERATED = simpleNameStartingWith("$").as("generated");

    @ArchTest
    static final ArchRule dependencies_run_downwards = downwards();

    @ArchTest
    static final ArchRule packages_have_no_circles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** A type of question is one folder: pages, reports, exports and comparisons know the contract, and no type. */
    @ArchTest
    static final ArchRule only_its_folder_names_a_type_of_question = noClasses().that().resideOutsideOfPackage(ROOT + ".question..")
            .and(DescribedPredicate.not(simpleNameStartingWith("Jte").or(simpleNameStartingWith("$")))).should()
            .dependOnClassesThat().resideInAPackage(ROOT + ".question.*..");

    @ArchTest
    static final ArchRule every_package_has_a_place_in_the_order = classes().should().resideInAnyPackage(
            Stream.concat(Stream.of(ROOT), DOWNWARDS.stream().map(name -> ROOT + "." + name + "..")).toArray(String[]::new));

    /** Jakarta Mail knows the date of a mail, and OpenPDF that of a document, as nothing else. */
    @ArchTest
    static final ArchRule time_is_java_time = noClasses()
            .that(DescribedPredicate.not(nameMatching("be\\.zelfscan\\.(mail\\.(MimeMail|ReceivedMail)|report\\.pdf\\.PdfFile)")))
            .should().dependOnClassesThat(nameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.sql\\.(Date|Time|Timestamp)|"
                    + "java\\.text\\.(Simple)?DateFormat"));

    @ArchTest
    static final ArchRule the_clock_is_injected = noClasses().that(DescribedPredicate.not(resideInAPackage(ROOT)))
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule only_commands_speak_to_the_terminal = noClasses().that(DescribedPredicate.not(resideInAPackage(ROOT)))
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .orShould().callMethod(Throwable.class, "printStackTrace").orShould()
            .callMethod(Throwable.class, "printStackTrace", PrintStream.class);

    @ArchTest
    static final ArchRule injection_goes_through_constructors = noFields().should().beAnnotatedWith("jakarta.inject.Inject")
            .orShould().beAnnotatedWith("io.micronaut.context.annotation.Value").orShould()
            .beAnnotatedWith("io.micronaut.context.annotation.Property");

    @ArchTest
    static final ArchRule repositories_of_micronaut_are_called_so = classes().that(DescribedPredicate.not(GENERATED)).and()
            .areAnnotatedWith(JdbcRepository.class).should().haveSimpleNameEndingWith("Repository");

    /** A row is read by jOOQ or Micronaut Data, which know its columns by name and type. */
    @ArchTest
    static final ArchRule no_statement_is_made_by_hand = noClasses().that(DescribedPredicate.not(GENERATED))
            .and().resideOutsideOfPackage(ROOT + ".database..")
            .should().dependOnClassesThat(nameMatching("java\\.sql\\..*|" + JdbcOperations.class.getName().replace(".", "\\.")));

    @ArchTest
    static void no_class_knows_one_instrument(JavaClasses classes) {
        assertThat(SOURCES.stream().flatMap(folder -> lines(folder, OF_ONE_INSTRUMENT))).as("lines that know one instrument").isEmpty();
    }

    /** An instrument brings its own nouns, see {@code question/Words}; comments may use those of the field. */
    @ArchTest
    static void no_noun_of_an_instrument(JavaClasses classes) {
        assertThat(Stream.concat(SOURCES.stream(), Stream.of(Path.of("src/main/resources/static"), Path.of("charts")))
                .flatMap(folder -> lines(folder, NOUN_OF_AN_INSTRUMENT))).as("lines that call something as one instrument does").isEmpty();
    }

    /** Whoever reads an import knows which class it is. */
    @ArchTest
    static void no_two_classes_have_one_name(JavaClasses classes) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.getFirst())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .filter(name -> !name.equals("package-info.java"))).doesNotHaveDuplicates();
        }
    }

    private static Stream<String> lines(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(one -> TEXT.matcher(one.toString()).matches()).sorted().toList()) {
                COMMENT.matcher(Files.readString(file)).replaceAll("").lines().filter(line -> pattern.matcher(line).find())
                        .forEach(line -> found.add(file + ": " + line.strip()));
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchRule downwards() {
        Architectures.LayeredArchitecture layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("commands").definedBy(ROOT).withOptionalLayers(true);
        for (String name : DOWNWARDS) {
            layers = layers.optionalLayer(name).definedBy(ROOT + "." + name + "..");
        }
        layers = layers.whereLayer("commands").mayNotBeAccessedByAnyLayer();
        for (int i = 0; i < DOWNWARDS.size(); i++) {
            layers = layers.whereLayer(DOWNWARDS.get(i))
                    .mayOnlyBeAccessedByLayers(
                            Stream.concat(Stream.of("commands"), DOWNWARDS.subList(0, i).stream()).toArray(String[]::new));
        }
        return layers;
    }
}
