package io.breakwater.policy.internal.document;

import static io.breakwater.policy.internal.document.FieldType.Scalar.INT;
import static io.breakwater.policy.internal.document.FieldType.Scalar.TEXT;
import static io.breakwater.policy.internal.document.FieldType.Scalar.TIMESTAMP;
import static io.breakwater.policy.internal.document.Shape.list;
import static io.breakwater.policy.internal.document.Shape.words;

import io.breakwater.model.Finding;
import io.breakwater.model.Suppressions.Remark;
import io.breakwater.model.Suppressions.RuleNote;
import io.breakwater.model.Suppressions.Suppressed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the document about what was taken out of it. */
final class SuppressedShapes {
  private SuppressedShapes() {}

  static Shape suppressed(Shape source) {
    return new Shape("Suppressed")
        .always("kind", TEXT, Suppressed.class, s -> s.finding().kind())
        .always("id", TEXT, Suppressed.class, s -> s.finding().id())
        .maybe("aliases", list(TEXT), Suppressed.class, s -> aliases(s.finding()))
        .always("severity", TEXT, Suppressed.class, s -> s.finding().severity().id())
        .maybe("component", TEXT, Suppressed.class, s -> component(s.finding()))
        .maybe("installedVersion", TEXT, Suppressed.class, s -> version(s.finding()))
        .always("by", words("vex", "ignore"), Suppressed.class, s -> s.by().id())
        .always(
            "status",
            words("not_affected", "fixed", "ignored"),
            Suppressed.class,
            Suppressed::status)
        .maybe(
            "justification",
            words(
                "component_not_present",
                "vulnerable_code_not_present",
                "vulnerable_code_not_in_execute_path",
                "vulnerable_code_cannot_be_controlled_by_adversary",
                "inline_mitigations_already_exist"),
            Suppressed.class,
            s -> ReportShapes.present(s.justification()))
        .always("reason", TEXT, Suppressed.class, Suppressed::reason)
        .always("source", source.one(), Suppressed.class, Suppressed::source)
        .maybe("owner", TEXT, Suppressed.class, Suppressed::owner)
        .maybe("expires", TIMESTAMP, Suppressed.class, Suppressed::expires);
  }

  static Shape remark(Shape source) {
    return new Shape("VexRemark")
        .always("kind", TEXT, Remark.class, r -> r.finding().kind())
        .always("id", TEXT, Remark.class, r -> r.finding().id())
        .maybe("aliases", list(TEXT), Remark.class, r -> aliases(r.finding()))
        .always("severity", TEXT, Remark.class, r -> r.finding().severity().id())
        .maybe("component", TEXT, Remark.class, r -> component(r.finding()))
        .maybe("installedVersion", TEXT, Remark.class, r -> version(r.finding()))
        .always("status", words("affected", "under_investigation"), Remark.class, Remark::status)
        .always("statement", TEXT, Remark.class, Remark::statement)
        .always("source", source.one(), Remark.class, Remark::source);
  }

  static Shape rule() {
    return new Shape("IgnoreRule")
        .always(
            "state", words("expired", "unused", "too-broad"), RuleNote.class, r -> r.state().id())
        .always("rule", TEXT, RuleNote.class, RuleNote::rule)
        .always("file", TEXT, RuleNote.class, RuleNote::file)
        .always("line", INT, RuleNote.class, RuleNote::line)
        .always("matched", INT, RuleNote.class, RuleNote::matched)
        .always("reason", TEXT, RuleNote.class, RuleNote::reason)
        .maybe("owner", TEXT, RuleNote.class, RuleNote::owner)
        .maybe("expires", TIMESTAMP, RuleNote.class, RuleNote::expires);
  }

  private static @Nullable List<String> aliases(Finding finding) {
    return finding instanceof Finding.AboutPackage about && !about.aliases().isEmpty()
        ? about.aliases()
        : null;
  }

  private static @Nullable String component(Finding finding) {
    return finding instanceof Finding.AboutPackage about ? about.component() : null;
  }

  private static @Nullable String version(Finding finding) {
    return finding instanceof Finding.AboutPackage about ? about.installedVersion() : null;
  }
}
