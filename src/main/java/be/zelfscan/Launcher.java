package be.zelfscan;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The jar's main class, which an older Java can still read (it is compiled for Java 11 and uses nothing else of the
 * project). On a Java that is new enough it starts {@code be.zelfscan.Application}; on an older one it looks for a newer one on this
 * machine and runs the same jar with that, with the same arguments and JVM options, and ends as it ends.
 *
 * <p>The system property {@code zelfscan.jdk.search} (folders of JDKs, separated as in a class path) replaces the usual places.
 */
public final class Launcher {
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    /** What the JVM has to say goes to standard error, and of shared classes that it cannot use, nothing. */
    private static final List<String> QUIET_ABOUT_SHARING = List.of("-Xlog:disable", "-Xlog:all=warning,cds*=off:stderr",
            "-XX:-PrintWarnings");
    private static final int NEEDED = 21;
    private static final int NO_JAVA = 2;
    private static final int STOP_SECONDS = 60;

    private Launcher() {}

    public static void main(String[] arguments) throws Throwable {
        if (Runtime.version().feature() >= NEEDED) {
            startHere(arguments);
            return;
        }
        Optional<Path> jdk = newerJava();
        if (jdk.isPresent()) {
            System.exit(run(command(jdk.get(), arguments)));
        }
        System.err.println("Zelfscan needs Java " + NEEDED + " or newer; this is Java " + Runtime.version().feature() + " ("
                + System.getProperty("java.home") + "). Install a JDK " + NEEDED + " or newer, or set JAVA_HOME to one.");
        System.exit(NO_JAVA);
    }

    private static void startHere(String[] arguments) throws Throwable {
        try {
            Class.forName("be.zelfscan.Application").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException wrapper) {
            throw wrapper.getCause();
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(child)));
        return child.waitFor();
    }

    private static void stop(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path jdk, String[] arguments) {
        List<String> command = new ArrayList<>();
        command.add(java(jdk).toString());
        if (arguments.length > 0 && !arguments[0].equals("serve")) {
            command.addAll(QUICK); // a command that ends soon has no use for the second compiler
        }
        String classPath = System.getProperty("java.class.path");
        boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        Path jar = Path.of(classPath).toAbsolutePath();
        if (oneJar) {
            command.addAll(sharedClasses(arguments));
        }
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dzelfscan.launcher.pid=" + ProcessHandle.current().pid());
        command.addAll(oneJar ? List.of("-jar", jar.toString()) : List.of("-cp", classPath, Launcher.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /**
     * The classes as the JVM has them once they are loaded, kept in the data folder (class data sharing): with them a command needs half
     * the time. A demo loads most of them, so it makes them when it ends, where there is a folder for them. The JVM itself knows whether
     * they are of this jar and this JDK, and goes on without them where they are not.
     */
    private static List<String> sharedClasses(String[] arguments) {
        Path folder = dataFolder(arguments).toAbsolutePath();
        Path file = folder.resolve("classes.jsa");
        boolean makesThem = arguments.length > 0 && arguments[0].equals("demo") && Files.isWritable(folder);
        List<String> options = new ArrayList<>();
        if (makesThem || Files.exists(file)) { // a file that is not there would keep the JVM from its own classes too
            options.addAll(QUIET_ABOUT_SHARING);
            options.add("-XX:SharedArchiveFile=" + file);
        }
        if (makesThem) {
            options.add("-XX:+AutoCreateSharedArchive");
        }
        return options;
    }

    private static Path dataFolder(String[] arguments) {
        int option = Arrays.asList(arguments).indexOf("--data");
        if (option >= 0 && option + 1 < arguments.length) {
            return Path.of(arguments[option + 1]);
        }
        String named = System.getenv("ZELFSCAN_DATA");
        return named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share", "zelfscan") : Path.of(named);
    }

    /** {@code JAVA_HOME} if it will do, else the newest in the usual places. */
    private static Optional<Path> newerJava() {
        String search = System.getProperty("zelfscan.jdk.search");
        if (search != null) {
            return newest(paths(search.split(File.pathSeparator)));
        }
        Optional<Path> chosen = newest(paths(Optional.ofNullable(System.getenv("JAVA_HOME")).orElse("")));
        return chosen.isPresent() ? chosen : newest(usualPlaces());
    }

    private static Optional<Path> newest(Collection<Path> homes) {
        return homes.stream().filter(home -> version(home) >= NEEDED).max(Comparator.comparingInt(Launcher::version));
    }

    private static Collection<Path> usualPlaces() {
        List<Path> places = new ArrayList<>(foldersIn(Path.of("/usr/lib/jvm")));
        Path here = Path.of(System.getProperty("java.home"));
        if (here.getParent() != null) {
            places.addAll(foldersIn(here.getParent()));
        }
        places.addAll(foldersIn(Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java")));
        for (Path bundle : foldersIn(Path.of("/Library/Java/JavaVirtualMachines"))) {
            places.add(bundle.resolve("Contents").resolve("Home"));
        }
        return places;
    }

    private static List<Path> paths(String... names) {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            if (!name.isEmpty()) {
                paths.add(Path.of(name));
            }
        }
        return paths;
    }

    private static Collection<Path> foldersIn(Path folder) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
                entries.forEach(folders::add);
            } catch (IOException unreadable) {
                return List.of();
            }
        }
        return folders;
    }

    /** The feature version of the Java in this folder, 0 if there is none that can be run. */
    private static int version(Path home) {
        if (!Files.isExecutable(java(home))) {
            return 0;
        }
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
            release.load(reader);
            return Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", "")).feature();
        } catch (IOException | IllegalArgumentException unknown) {
            return 0;
        }
    }

    private static Path java(Path home) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "java.exe" : "java");
    }
}
