/**
 * The conversation of a centre's team over its scan, and what comes of it: what happens while several people have the scan open, placing
 * alone before the meeting, the view for the meeting itself, and afterwards agreements, needs and help. It stands above the scan, which
 * knows nothing of it.
 *
 * <p>What a member thinks alone ({@code PlaceAlone}) is that member's for good: no page, report, export or log holds it, and the database
 * gives it to nobody else. The team gets the numbers of its members by block ({@code Spread}), counted once, when the preparation closes,
 * and only where three of them answered. Accepted is what three people can work out with each other: two who tell each other what they
 * answered know the answer of the third.
 *
 * <p>The meeting ({@code MeetingController}) shows a section in steps that each fit on one screen: {@code room.css} and {@code room.js}
 * make what is in a step as large as fits. It has no way of saving of its own: its forms post the questions of the step to the page of the
 * section, which leads back. What somebody sees otherwise ({@code DissentingViews}) is kept beside that, and is not sent.
 *
 * <p>{@link be.zelfscan.team.Live} keeps the pages on which a scan is open up to date, over all instances; {@code live.js} is the other
 * end.
 */
package be.zelfscan.team;
