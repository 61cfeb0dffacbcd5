package be.zelfscan.activity;

import be.zelfscan.web.Shell;
import java.util.List;

/** What the log shows; the template of {@code src/main/jte/activity} takes this. */
public final class LogPages {
    private LogPages() {}

    /** @param at in words, {@code atIso} for machines */
    public record Line(String at, String atIso, String person, String action, String about) {}

    /**
     * A page of the log.
     *
     * @param newest whether these are the newest lines
     * @param older address of older ones; empty when there are none
     */
    public record Log(Shell shell, LogForm form, List<Line> lines, boolean newest, String older) {
        public boolean isRefused() {
            return !form.isRight();
        }

        public List<Action> actions() {
            return List.of(Action.values());
        }
    }
}
