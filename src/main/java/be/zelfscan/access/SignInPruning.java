package be.zelfscan.access;

import be.zelfscan.database.Scope;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.text.BelgianDutch;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import jakarta.inject.Singleton;
import java.time.LocalTime;

/** Takes away by night what signing in left behind: links, sessions and counts of which the time is past. */
@Singleton
class SignInPruning implements RecurringJob {
    private static final LocalTime AT = LocalTime.of(3, 40);

    private final SignIn signIn;
    private final Sessions sessions;

    SignInPruning(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sign-in-pruning";
    }

    @Override
    public Schedule schedule() {
        return new Daily(BelgianDutch.ZONE, AT);
    }

    @Override
    public void run() {
        new Scope.Service().run(() -> {
            signIn.prune();
            sessions.prune();
        });
    }
}
