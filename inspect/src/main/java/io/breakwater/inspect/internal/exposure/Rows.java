package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Judgement;
import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what is wrong. What is bad is told one by one; what is low, or too much, in one finding
 * for each check and layer, with a list.
 */
final class Rows {
  private static final int MOST_LISTED = 25;

  private final Map<Key, List<Row>> rows = new LinkedHashMap<>();

  private record Key(Check check, Severity severity, int layer, Finding.Standing standing) {}

  private record Row(String path, int line, String part, String note) {
    String words() {
      String where = line > 0 ? path + ":" + line : path;
      String what = part.isEmpty() ? note : note.isEmpty() ? part : part + ": " + note;
      return what.isEmpty() ? where : where + " (" + what + ")";
    }
  }

  /** Something in a file; the path is absolute. */
  void add(
      Check check,
      Severity severity,
      int layer,
      Finding.Standing standing,
      String path,
      int line,
      String part,
      String note) {
    rows.computeIfAbsent(new Key(check, severity, layer, standing), k -> new ArrayList<>())
        .add(new Row(path, line, part, note));
  }

  /** Something that a container sees. */
  void add(Check check, Severity severity, int layer, String path, String note) {
    add(check, severity, layer, Finding.Standing.PRESENT, path, 0, "", note);
  }

  /** Of the image's configuration. */
  void configured(Check check, Severity severity, String part, String note) {
    add(check, severity, -1, Finding.Standing.PRESENT, "/", 0, part, note);
  }

  List<Judgement> judgements() {
    var out = new ArrayList<Judgement>();
    rows.forEach(
        (key, of) -> {
          if (of.size() <= atMost(key)) for (Row row : of) out.add(one(key, row));
          else out.add(list(key, of));
        });
    return out;
  }

  private static int atMost(Key key) {
    if (key.layer() < 0 || key.severity().atLeast(Severity.HIGH)) return 20;
    return key.severity().atLeast(Severity.MEDIUM) ? 5 : 1;
  }

  private static Judgement one(Key key, Row row) {
    return judgement(key, row.path(), row.line(), row.part(), row.note());
  }

  private static Judgement list(Key key, List<Row> rows) {
    var words = new ArrayList<String>();
    for (Row row : rows.subList(0, Math.min(MOST_LISTED, rows.size()))) words.add(row.words());
    String list = String.join(", ", words);
    if (rows.size() > MOST_LISTED) list += ", … +" + (rows.size() - MOST_LISTED);
    return judgement(key, rows.getFirst().path(), 0, "", list);
  }

  private static Judgement judgement(Key key, String path, int line, String part, String evidence) {
    return new Judgement(
        key.check(),
        key.severity(),
        Confidence.HIGH,
        key.layer(),
        path,
        line,
        part,
        key.standing(),
        evidence);
  }
}
