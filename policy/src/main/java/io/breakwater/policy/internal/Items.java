package io.breakwater.policy.internal;

import io.breakwater.policy.internal.cel.Told;
import io.breakwater.policy.internal.document.Rec;

/** What items are called in reasons. */
public final class Items {
  private Items() {}

  /** The id or name of an item. */
  public static String id(Object item) {
    if (!(item instanceof Rec rec)) return Told.of(item);
    for (String name : new String[] {"id", "name", "path", "ecosystem", "digest", "rule"}) {
      String text = rec.text(name);
      if (!text.isEmpty()) return text;
    }
    return rec.shape().name();
  }

  /** The package or file that it is about; may be empty. */
  public static String where(Object item) {
    if (!(item instanceof Rec rec)) return "";
    String component = rec.text("component");
    if (component.isEmpty()) return path(rec);
    Rec found = rec.document().component(component);
    return found == null ? component : found.text("name") + " " + found.text("version");
  }

  /** The path that it lies at; may be empty. */
  static String path(Rec item) {
    if (item.get("location") instanceof Rec location) return location.text("path");
    String path = item.text("path");
    if (!path.isEmpty()) return path;
    boolean has = item.get("locations") instanceof java.util.List<?> list && !list.isEmpty();
    return has && first(item) instanceof Rec location ? location.text("path") : "";
  }

  private static Object first(Rec item) {
    return item.get("locations") instanceof java.util.List<?> list ? list.getFirst() : "";
  }
}
