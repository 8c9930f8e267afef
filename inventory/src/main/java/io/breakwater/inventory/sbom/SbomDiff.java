package io.breakwater.inventory.sbom;

import io.breakwater.model.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one list of packages has and another has not. Packages are the same when type, namespace,
 * name and version are, whatever else two tools say of them.
 *
 * @param rows the differences, by type and name
 * @param same how many packages, versions counted, both have
 */
public record SbomDiff(List<Row> rows, int same) {

  /** Copies the list. */
  public SbomDiff {
    rows = List.copyOf(rows);
  }

  /** How a package differs. */
  public enum Kind {
    /** The second does not have it. */
    ONLY_FIRST,
    /** The first does not have it. */
    ONLY_SECOND,
    /** Both have it, and not in the same versions. */
    OTHER_VERSION;

    /** The word in documents. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A package that differs.
   *
   * @param type the purl type
   * @param name the full name
   * @param first the versions that only the first has
   * @param second the versions that only the second has
   */
  public record Row(Kind kind, String type, String name, List<String> first, List<String> second) {
    /** Copies the lists. */
    public Row {
      first = List.copyOf(first);
      second = List.copyOf(second);
    }
  }

  /** Compares two lists of packages. */
  public static SbomDiff of(List<Component> first, List<Component> second) {
    Map<String, TreeSet<String>> before = versions(first);
    Map<String, TreeSet<String>> after = versions(second);
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    var rows = new ArrayList<Row>();
    int same = 0;
    for (String key : keys) {
      var onlyFirst = new TreeSet<>(before.getOrDefault(key, new TreeSet<>()));
      var onlySecond = new TreeSet<>(after.getOrDefault(key, new TreeSet<>()));
      var both = new TreeSet<>(onlyFirst);
      both.retainAll(onlySecond);
      same += both.size();
      onlyFirst.removeAll(both);
      onlySecond.removeAll(both);
      if (onlyFirst.isEmpty() && onlySecond.isEmpty()) continue;
      Kind kind =
          !before.containsKey(key)
              ? Kind.ONLY_SECOND
              : after.containsKey(key) ? Kind.OTHER_VERSION : Kind.ONLY_FIRST;
      int tab = key.indexOf('\t');
      rows.add(
          new Row(
              kind,
              key.substring(0, tab),
              key.substring(tab + 1),
              List.copyOf(onlyFirst),
              List.copyOf(onlySecond)));
    }
    return new SbomDiff(rows, same);
  }

  private static Map<String, TreeSet<String>> versions(List<Component> components) {
    var versions = new TreeMap<String, TreeSet<String>>();
    for (Component component : components) {
      String key = component.type() + '\t' + EcosystemNames.of(component.purl());
      versions.computeIfAbsent(key, _ -> new TreeSet<>()).add(plain(component));
    }
    return versions;
  }

  /** A version without what some tools write and others leave out. */
  private static String plain(Component component) {
    String version = component.version();
    if (version.startsWith("0:")) return version.substring(2);
    boolean go = component.type().equals("golang") && version.startsWith("v");
    return go ? version.substring(1) : version;
  }

  /** Whether both have the same. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** How many packages differ in this way. */
  public int count(Kind kind) {
    int count = 0;
    for (Row row : rows) if (row.kind() == kind) count++;
    return count;
  }
}
