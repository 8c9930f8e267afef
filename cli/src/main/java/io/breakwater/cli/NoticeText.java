package io.breakwater.cli;

import io.breakwater.inspect.notices.Notices;
import java.util.List;

/**
 * What {@code bw licences --notice} writes: what somebody passes on with an image. The same parts
 * in every format; a page says how they look.
 */
final class NoticeText {
  private static final int MOST_NAMES = 50;

  private final String image;
  private final Notices notices;
  private final Terminal terminal;
  private final NoticePage page;

  NoticeText(String image, Notices notices, NoticePage page, Terminal terminal) {
    this.image = image;
    this.notices = notices;
    this.page = page;
    this.terminal = terminal;
  }

  void write() {
    page.start(terminal.say(Msg.NOTICE_TITLE, Cells.clean(image)), terminal.say(Msg.NOTICE_ABOUT));
    items(Msg.NOTICE_COMPONENTS, notices.items());
    items(Msg.NOTICE_OTHERS, notices.others());
    words(Msg.NOTICE_TEXTS, 'L', notices.texts());
    words(Msg.NOTICE_NOTICES, 'N', notices.notices());
    missing();
    names(Msg.NOTICE_SILENT, notices.silent());
    names(Msg.NOTICE_LEFT_OUT, notices.leftOut());
    page.end();
    terminal.out().flush();
  }

  private void items(Msg heading, List<Notices.Item> items) {
    if (items.isEmpty()) return;
    page.heading(terminal.say(heading));
    for (Notices.Item each : items) item(each);
  }

  private void item(Notices.Item each) {
    page.item(Cells.clean(each.title()));
    if (!each.purl().isEmpty()) {
      page.field(terminal.say(Msg.NOTICE_PURL), Cells.clean(each.purl()));
      String licence = each.licence().isEmpty() ? terminal.say(Msg.LICENCE_NOT_STATED) : "";
      page.field(terminal.say(Msg.NOTICE_LICENCE), licence + Cells.clean(each.licence()));
    }
    if (!each.texts().isEmpty()) {
      page.references(terminal.say(Msg.NOTICE_TEXTS), 'L', each.texts());
    }
    if (!each.notices().isEmpty()) {
      page.references(terminal.say(Msg.NOTICE_NOTICES), 'N', each.notices());
    }
    page.statements(each.statements().stream().map(Cells::clean).toList());
  }

  private void words(Msg heading, char mark, List<Notices.Words> words) {
    if (words.isEmpty()) return;
    page.heading(terminal.say(heading));
    int number = 0;
    for (Notices.Words each : words) {
      String from = terminal.say(Msg.NOTICE_FROM, Cells.clean(each.path()));
      page.words(mark, ++number, Cells.clean(each.title()), from, each.text());
    }
  }

  private void missing() {
    if (notices.missing().isEmpty()) return;
    page.heading(terminal.say(Msg.NOTICE_MISSING));
    for (Notices.Missing each : notices.missing()) {
      page.item(each.name().equals(each.id()) ? each.id() : each.name() + " (" + each.id() + ")");
      page.address(each.address());
      page.field(terminal.say(Msg.NOTICE_USED_BY), some(each.components()));
    }
  }

  private void names(Msg heading, List<String> names) {
    if (names.isEmpty()) return;
    page.heading(terminal.say(heading));
    page.list(names.stream().map(Cells::clean).toList());
  }

  private String some(List<String> names) {
    String shown =
        Cells.clean(String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))));
    int more = names.size() - MOST_NAMES;
    return more <= 0 ? shown : shown + terminal.say(Msg.NOTICE_MORE, Sizes.count(more));
  }
}
