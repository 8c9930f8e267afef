package io.breakwater.inspect.internal.shell.check;

import io.breakwater.inspect.internal.shell.ShellHit;
import io.breakwater.inspect.internal.shell.ShellHit.Edit;
import io.breakwater.inspect.internal.shell.ShellSource;
import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Text;
import java.util.List;
import java.util.function.Consumer;

/** Where a rule says what it found in one piece of code. */
record Hits(Check check, Code code, Consumer<ShellHit> sink) {
  /** A hit that the title of its check says all about. */
  void at(int offset) {
    hit(offset, Confidence.HIGH, check.title(), List.of());
  }

  /** A hit about something with a name. */
  void at(int offset, String subject) {
    at(offset, subject, Confidence.HIGH);
  }

  void at(int offset, String subject, Confidence confidence) {
    hit(offset, confidence, about(subject), List.of());
  }

  /** A hit that edits remove. */
  void at(int offset, String subject, List<Edit> fix) {
    hit(offset, Confidence.HIGH, about(subject), fix);
  }

  /** A hit that an insertion removes. */
  void insert(int offset, String subject, int where, String text) {
    at(offset, subject, List.of(new Edit(where, where, text)));
  }

  private Text about(String subject) {
    String shown = subject.length() > 80 ? subject.substring(0, 80) + "…" : subject;
    Text title = check.title();
    return new Text(title.english() + ": " + shown, title.chinese() + "：" + shown);
  }

  private void hit(int offset, Confidence confidence, Text message, List<Edit> fix) {
    boolean words = code.source().form() == ShellSource.Form.RUN_EXEC;
    int place = Math.max(0, Math.min(offset, code.source().text().length()));
    sink.accept(
        new ShellHit(
            check,
            check.severity(),
            confidence,
            message,
            code.source(),
            place,
            words ? List.of() : fix));
  }
}
