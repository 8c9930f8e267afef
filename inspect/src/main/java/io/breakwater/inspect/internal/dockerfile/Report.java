package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.TextEdit;
import io.breakwater.model.Confidence;
import io.breakwater.model.Text;
import java.util.List;
import java.util.function.Consumer;

/** Where one check tells what it found. */
final class Report {
  private static final int MAX = 500;

  private final SourceFile file;
  private final Catalogue.Entry entry;
  private final Consumer<LintFinding> out;
  private int count;

  Report(SourceFile file, Catalogue.Entry entry, Consumer<LintFinding> out) {
    this.file = file;
    this.entry = entry;
    this.out = out;
  }

  /** Something at an instruction. */
  void at(Instruction instruction, Object... names) {
    at(instruction.start(), List.of(), names);
  }

  /** Something at a word of an instruction. */
  void at(Instruction instruction, Word word, Object... names) {
    at(instruction.line().origin(word.start()), List.of(), names);
  }

  /** Something at an offset in the file, and the edits that remove it. */
  void at(int offset, List<TextEdit> fix, Object... names) {
    if (count++ >= MAX) return; // the place of each costs as much as its line is long
    var shown = new Object[names.length];
    for (int i = 0; i < names.length; i++) shown[i] = shown(names[i].toString());
    Text message = entry.message();
    out.accept(
        new LintFinding(
            entry.check(),
            entry.check().severity(),
            Confidence.HIGH,
            new Text(
                message.in(io.breakwater.model.Language.ENGLISH, shown),
                message.in(io.breakwater.model.Language.CHINESE, shown)),
            file.line(offset),
            file.column(offset),
            "",
            fix));
  }

  /** Names of a file are hostile: no control characters, and not without end. */
  private static String shown(String name) {
    var out = new StringBuilder();
    for (int i = 0; i < name.length() && out.length() < 120; i++) {
      char c = name.charAt(i);
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    if (name.length() > 120) out.append('…');
    return out.toString();
  }
}
