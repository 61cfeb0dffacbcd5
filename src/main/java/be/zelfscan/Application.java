package be.zelfscan;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        LauncherWatch.start();
        Micronaut.build(arguments).start();
    }
}
