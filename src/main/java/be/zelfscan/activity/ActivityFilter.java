package be.zelfscan.activity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which lines of the log are wanted.
 *
 * @param person part of a name; empty for everybody
 * @param from first day, in Belgium
 * @param until last day, in Belgium
 */
record ActivityFilter(Optional<Action> action, String person, Optional<LocalDate> from, Optional<LocalDate> until) {}
