package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code bw licences --notice} writes: what somebody passes on with an image. */
final class NoticeText {
  private static final String RULE = "=".repeat(80);

  private final Licensed licensed;
  private final Terminal terminal;

  NoticeText(Licensed licensed, Terminal terminal) {
    this.licensed = licensed;
    this.terminal = terminal;
  }

  void write() {
    line(terminal.say(Msg.NOTICE_TITLE, Cells.clean(licensed.name())));
    line("");
    var groups = new TreeMap<String, List<ComponentLicence>>(String.CASE_INSENSITIVE_ORDER);
    for (ComponentLicence each : licensed.components()) {
      groups.computeIfAbsent(each.text(), _ -> new ArrayList<>()).add(each);
    }
    for (Map.Entry<String, List<ComponentLicence>> group : groups.entrySet()) {
      boolean stated = group.getValue().getFirst().licence().isPresent();
      line(RULE);
      line(stated ? Cells.clean(group.getKey()) : terminal.say(Msg.LICENCE_NOT_STATED));
      line(RULE);
      for (ComponentLicence each : group.getValue()) {
        line(Cells.clean("  " + each.component().name() + " " + each.component().version()));
      }
      line("");
    }
    terminal.out().flush();
  }

  private void line(String words) {
    terminal.out().print(words.stripTrailing() + "\n");
  }
}
