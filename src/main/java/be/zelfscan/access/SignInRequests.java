package be.zelfscan.access;

import be.zelfscan.database.Scope;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grants, one after the other, the links that were asked for, when those who asked have their answer already: so no answer takes longer for an address that is
 * known. What waits is granted before the service stops; what does not fit is left, and asked for again.
 */
@Singleton
class SignInRequests {
    private static final Logger LOG = LoggerFactory.getLogger(SignInRequests.class);
    private static final int MOST_WAITING = 1_000;
    private static final int LONGEST_STOP_S = 5;

    private final SignIn signIn;
    private final ThreadPoolExecutor work = new ThreadPoolExecutor(1, 1, LONGEST_STOP_S, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING), task -> Thread.ofPlatform().daemon().name("sign-in-links").unstarted(task));

    SignInRequests(SignIn signIn) {
        this.signIn = signIn;
        work.allowCoreThreadTimeOut(true);
    }

    void put(SignIn.LinkRequest request) {
        try {
            work.execute(() -> grant(request));
        } catch (RejectedExecutionException full) {
            LOG.warn("More sign-in links are asked for than can be made; one is left out");
        }
    }

    private void grant(SignIn.LinkRequest request) {
        try {
            new Scope.Service().run(() -> signIn.grant(request));
        } catch (RuntimeException failure) {
            LOG.error("A sign-in link could not be made; who asked for it will ask again", failure);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        work.shutdown();
        if (!work.awaitTermination(LONGEST_STOP_S, TimeUnit.SECONDS)) {
            LOG.warn("{} sign-in links were not made before the service stopped", work.getQueue().size());
        }
    }
}
