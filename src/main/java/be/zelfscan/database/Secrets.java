package be.zelfscan.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the three roles, kept in a file that only its owner may read. Its text form shows none of them. */
record Secrets(String admin, String owner, String application) {

    /** Those of the file; made where there is none yet, unless a database exists that was made with others. */
    static Secrets of(Path file, boolean databaseExists) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        if (databaseExists) {
            throw new StartProblem("The passwords of the database are missing: put the file " + file
                    + " back from your backup, or choose an empty data folder with ZELFSCAN_DATA.");
        }
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets(password(random), password(random), password(random));
        OwnerOnly.write(file, "admin=%s\nowner=%s\napplication=%s\n".formatted(secrets.admin, secrets.owner, secrets.application));
        return secrets;
    }

    private static Secrets read(Path file) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        return new Secrets(required(lines, "admin", file), required(lines, "owner", file), required(lines, "application", file));
    }

    private static String required(Properties lines, String name, Path file) {
        String value = lines.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new StartProblem("The file " + file + " has no line '" + name + "=': put it back from your backup.");
        }
        return value;
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
