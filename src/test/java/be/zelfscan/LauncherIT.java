package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher in a jar, with a small stand-in for the service: on the Java that runs the tests, and on an older one if there is. */
@Timeout(600)
class LauncherIT {
    private static final String STAND_IN = """
            package be.zelfscan;
            import java.util.List;
            public final class Application {
                public static void main(String[] arguments) throws Exception {
                    LauncherWatch.start();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in order")));
                    System.out.println(Runtime.version().feature() >= 21 ? "new enough" : "too old");
                    System.out.println(System.getProperty("greeting") + " " + String.join("+", arguments));
                    System.out.println(ProcessHandle.current().pid());
                    if (arguments[0].equals("wait")) {
                        Thread.sleep(50_000);
                    }
                    if (arguments[0].equals("serve")) {
                        System.out.println("compilers " + java.lang.management.ManagementFactory
                                .getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class).getVMOption("TieredStopAtLevel").getValue());
                    }
                    if (List.of("serve", "train").contains(arguments[0])) {
                        System.exit(0);
                    }
                    System.exit(Integer.parseInt(arguments[0]));
                }
            }
            """;

    private static final String SHARED = "be.zelfscan.Application source: shared objects file";

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        Path source = Files.writeString(folder.resolve("Application.java"), STAND_IN);
        Path classes = Path.of("target", "classes");
        int failures = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "--release", "21", "-cp",
                classes.toString(),
                "-implicit:none", "-d", folder.toString(), source.toString());
        assertThat(failures).isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "be.zelfscan.Launcher");
        manifest.getMainAttributes().putValue("Enable-Native-Access", "ALL-UNNAMED");
        jar = folder.resolve("the service.jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream archive = new JarOutputStream(file, manifest)) {
            add(archive, folder, "be/zelfscan/Application.class");
            add(archive, classes, "be/zelfscan/Launcher.class");
            add(archive, classes, "be/zelfscan/LauncherWatch.class");
        }
    }

    @Test
    void onANewJavaItStartsTheServiceInItsOwnProcess() throws Exception {
        Process process = start(Path.of(System.getProperty("java.home")), "-Dgreeting=hello", "0", "serve");

        assertThat(lines(process)).containsExactly("new enough", "hello 0+serve", Long.toString(process.pid()), "stopped in order");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void onAnOldJavaItRunsTheSameJarWithANewOneAndEndsAsThatEnds() throws Exception {
        Process process = start(oldJava(), "-Dgreeting=hello", search(), "7", "two words", "");

        assertThat(lines(process)).startsWith("new enough", "hello 7+two words+").doesNotContain(Long.toString(process.pid()));
        assertThat(process.waitFor()).isEqualTo(7);
    }

    @Test
    void withoutANewJavaItSaysWhatToInstall() throws Exception {
        Path old = oldJava();
        Process process = start(old, "-Dzelfscan.jdk.search=" + folder, "0");

        assertThat(new String(process.getErrorStream().readAllBytes()))
                .matches("Zelfscan needs Java 21 or newer; this is Java \\d+ \\(" + old
                        + "\\)\\. Install a JDK 21 or newer, or set JAVA_HOME to one\\.\\R");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aServiceThatIsAskedToStopThroughItsLauncherStopsInOrder() throws Exception {
        Process launcher = start(oldJava(), search(), "wait");
        try (BufferedReader output = launcher.inputReader()) {
            ProcessHandle service = waitingService(output);
            launcher.toHandle().destroy();

            assertThat(output.readLine()).isEqualTo("stopped in order");
            assertThat(launcher.waitFor()).isEqualTo(143);
            assertThat(service.isAlive()).isFalse();
        }
    }

    @Test
    void aServiceWhoseLauncherIsKilledStopsInOrder() throws Exception {
        Process launcher = start(oldJava(), search(), "wait");
        try (BufferedReader output = launcher.inputReader()) {
            ProcessHandle service = waitingService(output);
            launcher.toHandle().destroyForcibly();

            assertThat(output.readLine()).isEqualTo("stopped in order");
            assertThat(service.onExit()).succeedsWithin(Duration.ofMinutes(2));
        }
    }

    @Test
    void whatTrainingLearnedIsUsedInTheSameProcessUnlessSomebodyChoseOtherwiseOrItIsOfNoUse() throws Exception {
        assumeThat(Runtime.version().feature()).as("a Java that keeps profiles").isGreaterThanOrEqualTo(25);
        Path java = Path.of(System.getProperty("java.home"));
        assertThat(lines(start(java, "train"))).contains("new enough");

        Process chosen = start(java, "-Xshare:off", loadedClasses(), "0");
        assertThat(lines(chosen)).startsWith("new enough").hasSize(4);
        assertThat(loaded()).noneMatch(line -> line.contains(SHARED));

        Process next = start(java, loadedClasses(), "-Dgreeting=hello", "-XX:+UseG1GC", "0", "two words");
        assertThat(lines(next)).containsExactly("new enough", "hello 0+two words", Long.toString(next.pid()), "stopped in order");
        assertThat(loaded()).anyMatch(line -> line.contains(SHARED));

        Files.writeString(folder.resolve("the service.aot"), "what another Java wrote");
        Process other = start(java, "0");
        assertThat(lines(other)).startsWith("new enough", "null 0").hasSize(4);
        assertThat(other.errorReader().lines()).singleElement().asString().contains("the command train makes it anew");
    }

    @Test
    void whereProcessorsAreFewTheSecondCompilerDoesNotWorkUnlessSomebodyChoseIt() throws Exception {
        Path java = Path.of(System.getProperty("java.home"));
        assertThat(lines(start(java, "train"))).contains("new enough");

        assertThat(lines(start(java, "-XX:ActiveProcessorCount=2", "serve"))).contains("compilers 1");
        assertThat(lines(start(java, "-XX:ActiveProcessorCount=2", "-XX:TieredStopAtLevel=4", "serve"))).contains("compilers 4");
        assertThat(lines(start(java, "-XX:ActiveProcessorCount=4", "serve"))).contains("compilers 4");
    }

    @Test
    void whatTrainingLearnedIsUsedThroughAnOldJavaToo() throws Exception {
        assertThat(lines(start(oldJava(), search(), "train"))).contains("new enough");
        Process next = start(oldJava(), search(), loadedClasses(), "0");

        assertThat(lines(next)).startsWith("new enough", "null 0").hasSize(4);
        assertThat(loaded()).anyMatch(line -> line.contains(SHARED));
    }

    private String loadedClasses() {
        return "-Xlog:class+load:file=" + folder.resolve("loaded-%p.log");
    }

    private List<String> loaded() throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "loaded-*.log")) {
            for (Path log : logs) {
                lines.addAll(Files.readAllLines(log));
            }
        }
        return lines;
    }

    private static ProcessHandle waitingService(BufferedReader output) throws IOException {
        assertThat(output.readLine()).isEqualTo("new enough");
        assertThat(output.readLine()).isEqualTo("null wait");
        return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }

    /** Options of the JVM first (they begin with a dash), then the arguments of the service. */
    private Process start(Path java, String... optionsAndArguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        List<String> rest = List.of(optionsAndArguments);
        command.addAll(rest.stream().filter(word -> word.startsWith("-")).toList());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(rest.stream().filter(word -> !word.startsWith("-")).toList());
        return new ProcessBuilder(command).start();
    }

    private static List<String> lines(Process process) throws InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.inputReader().lines().toList();
    }

    private static String search() {
        return "-Dzelfscan.jdk.search=" + System.getProperty("java.home");
    }

    private static Path oldJava() throws IOException {
        Optional<Path> found = Optional.empty();
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (DirectoryStream<Path> homes = Files.newDirectoryStream(installed)) {
                for (Path home : homes) {
                    found = isOld(home) ? Optional.of(home.toRealPath()) : found;
                }
            }
        }
        assumeThat(found).as("a Java of 11 to 20 to try it on").isPresent();
        return found.orElseThrow();
    }

    private static boolean isOld(Path home) throws IOException {
        Path release = home.resolve("release");
        return Files.isExecutable(home.resolve("bin/java")) && Files.exists(release)
                && Files.readString(release).matches("(?s).*JAVA_VERSION=\"(1[1-9]|20)\\b.*");
    }

    private static void add(JarOutputStream archive, Path classes, String name) throws IOException {
        archive.putNextEntry(new JarEntry(name));
        Files.copy(classes.resolve(name), archive);
    }
}
