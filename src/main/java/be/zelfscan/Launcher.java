package be.zelfscan;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
import java.util.regex.Pattern;

/**
 * The jar's main class, which an older Java can still read (it is compiled for Java 11 and uses nothing else of the project). It starts
 * {@code be.zelfscan.Application}: in this JVM where that will do. On an older Java it looks for a newer one on this machine. And where a file
 * beside the jar holds what that Java learned by the command {@code train}, it starts it with that: {@code zelfscan.aot}, an AOT cache with
 * classes and method profiles (Java 25 or newer), else {@code zelfscan.jsa}, an archive of classes. Such a JVM runs the same jar with the same
 * arguments and JVM options; it takes the place of this one, or where that cannot be is its child, and this one ends as it ends.
 *
 * <p>The system property {@code zelfscan.jdk.search} (folders of JDKs, separated as in a class path) replaces the usual places.
 */
public final class Launcher {
    /** Given to the JVM that it starts: the process that did, which is the same one where that JVM took its place. */
    private static final String STARTED_BY = "zelfscan.launcher.pid";
    /** Of a heap of some hundreds of megabytes on two cores it takes less memory and a seventh less processor time a page than G1. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";
    /**
     * On two processors the second compiler takes what people need: without it the first half minute serves almost twice as many scans, and
     * the service takes 50 MB less. Once all is compiled, its part of a request is 1.3 to 1.8 times what it would be. Own options stand later
     * in the command, and are stronger.
     */
    private static final int FEW_PROCESSORS = 2;
    private static final String WITHOUT_SECOND_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final Pattern OWN_CHOICE = Pattern.compile("-Xshare:.*|-XX:[+-]?(AOT|Shared|ArchiveClasses|AutoCreateShared).*");
    private static final Pattern OWN_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
    private static final String TRAIN = "train";
    private static final int NEEDED = 21;
    private static final int WITH_PROFILES = 25;
    private static final int NO_JAVA = 2;
    private static final int STOP_SECONDS = 60;

    private Launcher() {}

    public static void main(String[] arguments) throws Throwable {
        boolean newEnough = Runtime.version().feature() >= NEEDED;
        Optional<Path> jdk = newEnough ? Optional.of(Path.of(System.getProperty("java.home"))) : newerJava();
        if (jdk.isEmpty()) {
            System.err.println("Zelfscan needs Java " + NEEDED + " or newer; this is Java " + Runtime.version().feature() + " ("
                    + System.getProperty("java.home") + "). Install a JDK " + NEEDED + " or newer, or set JAVA_HOME to one.");
            System.exit(NO_JAVA);
        }
        if (System.getProperty(STARTED_BY) != null) {
            if (!isTraining(arguments)) {
                tellWhenUnused(jdk.get());
            }
            startHere(arguments);
            return;
        }
        List<String> learned = learned(jdk.get(), arguments);
        if (newEnough && learned.isEmpty()) {
            startHere(arguments);
            return;
        }
        List<String> command = command(jdk.get(), learned, arguments);
        become(command);
        System.exit(run(command));
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

    private static List<String> command(Path jdk, List<String> learned, String[] arguments) {
        List<String> command = new ArrayList<>();
        command.add(java(jdk).toString());
        if (endsSoon(arguments) || !isTraining(arguments) && Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS) {
            command.add(WITHOUT_SECOND_COMPILER);
        }
        if (ownOptions().stream().noneMatch(OWN_COLLECTOR.asMatchPredicate())) {
            command.add(COLLECTOR); // two would be one too many
        }
        command.addAll(learned);
        command.addAll(ownOptions());
        command.add("-D" + STARTED_BY + "=" + ProcessHandle.current().pid());
        command.addAll(jar().map(jar -> List.of("-jar", jar.toString()))
                .orElse(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName())));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Options by which the JVM learns, or by which it uses what it learned. Whoever chose such options has those, and none of these. */
    private static List<String> learned(Path jdk, String[] arguments) {
        boolean learns = isTraining(arguments);
        Optional<Path> file = fileOfLearned(jdk);
        if (file.isEmpty() || !learns && !Files.exists(file.get()) || ownOptions().stream().anyMatch(OWN_CHOICE.asMatchPredicate())) {
            return List.of();
        }
        boolean profiles = hasProfiles(jdk);
        String option = learns ? profiles ? "AOTCacheOutput" : "ArchiveClassesAtExit" : profiles ? "AOTCache" : "SharedArchiveFile";
        List<String> options = new ArrayList<>();
        // What the JVM has to say goes to standard error, and of single classes that it cannot keep or use, nothing.
        options.addAll(List.of("-Xlog:disable", "-Xlog:all=warning," + (profiles ? "aot*=off,trimnative*" : "cds*") + "=off:stderr",
                "-XX:-PrintWarnings",
                "-XX:" + option + "=" + file.get()));
        if (!learns) {
            // At the address that it was written for most of its pages stay the file's; at another each address in them is changed, and all
            // of it becomes memory of this process.
            options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        }
        if (profiles) {
            options.add("-XX:TrimNativeHeapInterval=60000"); // ms: what the compilers needed goes back to the system; it takes up to 70
        }
        return options;
    }

    private static boolean endsSoon(String[] arguments) {
        return arguments.length > 0 && !List.of("serve", TRAIN).contains(arguments[0]);
    }

    private static boolean isTraining(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(TRAIN);
    }

    private static boolean hasProfiles(Path jdk) {
        return version(jdk) >= WITH_PROFILES;
    }

    private static Optional<Path> fileOfLearned(Path jdk) {
        return jar().map(jar -> jar.resolveSibling(
                jar.getFileName().toString().replaceFirst("\\.jar$", "") + (hasProfiles(jdk) ? ".aot" : ".jsa")));
    }

    /** The JVM goes on without a file that is not of this very Java and this very jar, but slower than it would be without one. */
    private static void tellWhenUnused(Path jdk) {
        if (!System.getProperty("java.vm.info", "").contains("sharing")) {
            fileOfLearned(jdk).filter(Files::exists).ifPresent(file -> System.err.println(file
                    + " was made for another Java or another jar, or the time of the jar has changed; the command train makes it anew."));
        }
    }

    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** The jar, when this was started with nothing else. */
    private static Optional<Path> jar() {
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? Optional.of(Path.of(classPath).toAbsolutePath())
                : Optional.empty();
    }

    /**
     * Puts the JVM of this command in the place of this one, as {@code execv} of the C library does: the process stays the same, and nothing of
     * this JVM stays in it. Returns where that cannot be: before Java 22, and on Windows. It is all reflection because this class is for
     * Java 11.
     */
    private static void become(List<String> command) {
        try {
            Class<?> linkers = Class.forName("java.lang.foreign.Linker");
            Class<?> layouts = Class.forName("java.lang.foreign.MemoryLayout");
            Class<?> segments = Class.forName("java.lang.foreign.MemorySegment");
            Class<?> allocators = Class.forName("java.lang.foreign.SegmentAllocator");
            Class<?> descriptors = Class.forName("java.lang.foreign.FunctionDescriptor");
            Object address = Class.forName("java.lang.foreign.ValueLayout").getField("ADDRESS").get(null);
            Object number = Class.forName("java.lang.foreign.ValueLayout").getField("JAVA_INT").get(null);
            Object memory = Class.forName("java.lang.foreign.Arena").getMethod("global").invoke(null);

            Object words = allocators.getMethod("allocate", long.class, long.class)
                    .invoke(memory, (command.size() + 1L) * Long.BYTES, (long) Long.BYTES); // the last one stays null
            Method put = segments.getMethod("setAtIndex", Class.forName("java.lang.foreign.AddressLayout"), long.class, segments);
            for (int i = 0; i < command.size(); i++) {
                put.invoke(words, address, (long) i, allocators.getMethod("allocateFrom", String.class).invoke(memory, command.get(i)));
            }
            Object linker = linkers.getMethod("nativeLinker").invoke(null);
            Optional<?> execv = (Optional<?>) Class.forName("java.lang.foreign.SymbolLookup").getMethod("find", String.class)
                    .invoke(linkers.getMethod("defaultLookup").invoke(linker), "execv");
            Object arguments = Array.newInstance(layouts, 2);
            Array.set(arguments, 0, address);
            Array.set(arguments, 1, address);
            Object type = descriptors.getMethod("of", layouts, arguments.getClass()).invoke(null, number, arguments);
            Object none = Array.newInstance(Class.forName("java.lang.foreign.Linker$Option"), 0);
            MethodHandle call = (MethodHandle) linkers.getMethod("downcallHandle", segments, descriptors, none.getClass())
                    .invoke(linker, execv.orElseThrow(), type, none);
            call.invoke(segments.getMethod("getAtIndex", Class.forName("java.lang.foreign.AddressLayout"), long.class)
                    .invoke(words, address, 0L), words);
        } catch (Throwable cannot) {
            // then as a child
        }
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
