package io.breakwater.inspect.licence;

import io.breakwater.inspect.internal.licence.LicenceList;
import io.breakwater.model.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a licence asks of those who pass a work on, roughly. No legal advice. */
public enum LicenceClass {
  /** Notices must be kept, or not even that. */
  PERMISSIVE(new Text("permissive", "宽松")),
  /** Changes to its own files or library must be published. */
  WEAK(new Text("weak copyleft", "弱著佐权")),
  /** Works that contain it must be published under the same licence. */
  STRONG(new Text("strong copyleft", "强著佐权")),
  /** As strong; and using it over a network counts as passing on. */
  NETWORK(new Text("network copyleft", "网络著佐权")),
  /** Some uses are forbidden or cost money: commercial, non-commercial, source-available. */
  PROPRIETARY(new Text("proprietary or restricted", "专有或受限")),
  /** Nobody can tell from what was found. */
  UNKNOWN(new Text("unknown", "未知"));

  private final Text title;

  LicenceClass(Text title) {
    this.title = title;
  }

  /** The word that documents and policies write. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In words. */
  public Text title() {
    return title;
  }

  /** The class of that word. */
  public static Optional<LicenceClass> parse(String id) {
    for (LicenceClass each : values()) if (each.id().equals(id)) return Optional.of(each);
    return Optional.empty();
  }

  /**
   * The class of an expression. Of a choice the most permissive counts, what is unknown last; of
   * what holds together the strictest, where what is unknown is worse than permissive only.
   */
  public static LicenceClass of(LicenceExpression expression) {
    return switch (expression) {
      case LicenceExpression.Licence(String id, boolean _) -> LicenceList.classOf(id);
      case LicenceExpression.Reference(String _, String name) -> ofReference(name);
      case LicenceExpression.With(LicenceExpression licence, String _) -> {
        LicenceClass base = of(licence);
        yield base == STRONG ? WEAK : base;
      }
      case LicenceExpression.And(List<LicenceExpression> parts) ->
          parts.stream()
              .map(LicenceClass::of)
              .max(Comparator.comparingInt(LicenceClass::strictness))
              .orElse(UNKNOWN);
      case LicenceExpression.Or(List<LicenceExpression> parts) ->
          parts.stream().map(LicenceClass::of).min(Comparator.naturalOrder()).orElse(UNKNOWN);
    };
  }

  private int strictness() {
    return this == UNKNOWN ? 1 : 2 * List.of(values()).indexOf(this);
  }

  private static LicenceClass ofReference(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("public-domain") || lower.contains("ultrapermissive")) return PERMISSIVE;
    if (lower.contains("proprietary") || lower.contains("commercial")) return PROPRIETARY;
    if (lower.contains("commons-clause") || lower.contains("eula")) return PROPRIETARY;
    return UNKNOWN;
  }
}
