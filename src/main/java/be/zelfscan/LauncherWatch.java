package be.zelfscan;

/**
 * Ends this process when the launcher that started it has ended, however that ended: whoever kills the launcher means the service. Does
 * nothing when there was no launcher.
 */
final class LauncherWatch {
    private static final int LAUNCHER_GONE = 1;

    private LauncherWatch() {}

    /** Returns at once; the end is noticed within seconds, and is an orderly one (shutdown hooks run). */
    static void start() {
        Long launcher = Long.getLong("zelfscan.launcher.pid");
        if (launcher == null || launcher == ProcessHandle.current().pid()) { // in which case this JVM took its place
            return;
        }
        ProcessHandle.current().parent().filter(parent -> parent.pid() == launcher).ifPresentOrElse(
                parent -> parent.onExit().thenRun(() -> System.exit(LAUNCHER_GONE)), () -> System.exit(LAUNCHER_GONE));
    }
}
