package be.zelfscan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the archive of classes that the launcher looked for and did not find, see {@link ClassArchive}. */
final class ClassArchiveMaker {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchiveMaker.class);
    private static final String WANTED = "zelfscan.class.archive";

    private ClassArchiveMaker() {}

    /** Archives what was loaded until now, in the place of archives of other jars; takes some seconds. Without it nothing is lost but time. */
    static void makeMissing() {
        String wanted = System.getProperty(WANTED);
        if (wanted == null) {
            return;
        }
        Path file = Path.of(wanted);
        try {
            deleteOthers(file.getParent());
            ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmCds",
                    new Object[]{new String[]{"dynamic_dump", wanted}}, new String[]{String[].class.getName()});
        } catch (IOException | JMException | RuntimeException failure) {
            LOG.debug("No archive of classes was made", failure);
        }
    }

    private static void deleteOthers(Path folder) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "classes-*.jsa*")) {
            for (Path archive : archives) {
                Files.deleteIfExists(archive);
            }
        }
    }
}
