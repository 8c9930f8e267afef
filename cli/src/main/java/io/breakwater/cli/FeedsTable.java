package io.breakwater.cli;

import io.breakwater.advisory.update.FeedState;
import io.breakwater.advisory.update.FeedStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** The part of {@code bw db status} that tells how each feed is. */
final class FeedsTable {
  private FeedsTable() {}

  static void print(FeedStore store, Terminal terminal) throws IOException {
    Map<String, FeedState> states = store.states();
    if (states.isEmpty()) return;
    terminal.line("");
    terminal.line(
        Cells.left(terminal.say(Msg.FEED), 20)
            + Cells.right(terminal.say(Msg.RECORDS), 12)
            + "  "
            + Cells.left(terminal.say(Msg.CHECKED), 18)
            + terminal.say(Msg.STATE));
    states.forEach(
        (name, state) ->
            terminal.line(
                Cells.left(Cells.clean(name), 20)
                    + Cells.right(state.isUsable() ? Sizes.count(state.records()) : "-", 12)
                    + "  "
                    + Cells.left(state.checked().map(FeedsTable::minute).orElse("-"), 18)
                    + words(state, terminal)));
  }

  /** Whether a feed is as it should be; if not, since when and why. */
  static String words(FeedState state, Terminal terminal) {
    if (state.failure().isEmpty()) return terminal.say(Msg.FEED_GOOD);
    FeedState.Failure failure = state.failure().get();
    String why =
        terminal.say(failure.trouble().kind().text(), Cells.clean(failure.trouble().details()));
    return terminal.say(
        state.isUsable() ? Msg.FEED_STALE : Msg.FEED_MISSING, minute(failure.since()), why);
  }

  /** {@code 2026-11-22 00:58}, UTC. */
  private static String minute(Instant instant) {
    String text = instant.toString();
    return text.length() < 16 ? text : text.substring(0, 16).replace('T', ' ');
  }
}
