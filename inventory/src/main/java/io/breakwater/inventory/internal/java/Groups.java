package io.breakwater.inventory.internal.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds the Maven group of an artifact whose archive does not tell it: first by a table of well
 * known ones (groups.txt), then by the manifest's names, last by the package of its classes.
 */
final class Groups {
  /** Beginnings of names that many groups share: alone they say nothing. */
  private static final Set<String> UMBRELLAS =
      Set.of(
          "org.apache",
          "org.eclipse",
          "org.codehaus",
          "org.jboss",
          "org.glassfish",
          "org.ow2",
          "org.jetbrains",
          "org.springframework",
          "org.sonatype",
          "com.google",
          "com.github",
          "io.github",
          "com.sun",
          "com.amazonaws",
          "com.microsoft",
          "com.azure",
          "com.alibaba",
          "com.oracle",
          "com.ibm",
          "com.facebook",
          "com.squareup",
          "com.netflix",
          "com.twitter",
          "com.linkedin",
          "com.fasterxml",
          "net.sourceforge",
          "net.java",
          "software.amazon",
          "com.typesafe",
          "com.atlassian",
          "com.hazelcast",
          "org.wildfly",
          "io.quarkus");

  /** Longer names are of no known artifact. */
  private static final int LONGEST = 300;

  /** The table, read when it is first needed. */
  private static final class Table {
    private static final Map<String, String> EXACT = new HashMap<>(2_048);
    private static final Map<String, String> PREFIXES = new HashMap<>(256);

    static {
      for (String line : lines()) {
        int space = line.indexOf(' ');
        if (space <= 0 || line.charAt(0) == '#') continue;
        String group = line.substring(0, space);
        for (String artifact : line.substring(space + 1).strip().split(" ", -1)) {
          if (artifact.endsWith("*")) {
            PREFIXES.put(artifact.substring(0, artifact.length() - 1), group);
          } else {
            EXACT.put(artifact, group);
          }
        }
      }
    }

    private static String[] lines() {
      try (InputStream in = Groups.class.getResourceAsStream("groups.txt")) {
        if (in == null) throw new IllegalStateException("groups.txt is missing from this build");
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    /** The group; empty when neither the name nor a beginning of it is in the table. */
    static String group(String artifact, String version) {
      if (artifact.length() > LONGEST) return "";
      // Some projects changed their group: artifact@2 is for versions from 2 on.
      for (int major = major(version); major > 0; major--) {
        String later = EXACT.get(artifact + '@' + major);
        if (later != null) return later;
      }
      String exact = EXACT.get(artifact);
      if (exact != null) return exact;
      for (int end = artifact.length(); end > 2; end--) {
        char last = artifact.charAt(end - 1);
        if (last != '-' && last != '.' && last != '_') continue;
        String group = PREFIXES.get(artifact.substring(0, end));
        if (group != null) return group;
      }
      return "";
    }
  }

  /** The number that a version begins with, up to 99. */
  private static int major(String version) {
    int major = 0;
    for (int i = 0; i < version.length() && i < 2; i++) {
      int digit = version.charAt(i) - '0';
      if (digit < 0 || digit > 9) return major;
      major = major * 10 + digit;
    }
    return major;
  }

  private Groups() {}

  /** Whether the table has this artifact, as such or by the beginning of its name. */
  static boolean knows(String artifact) {
    return !Table.group(artifact, "").isEmpty();
  }

  /** Whether a symbolic name begins with the group that the table has for an artifact. */
  static boolean isIn(String symbolic, String artifact) {
    return symbolic.startsWith(Table.group(artifact, ""));
  }

  /** The group; empty when nothing points at one. */
  static String of(String artifact, String version, Manifest manifest, Supplier<String> classes) {
    String plain = withoutScala(artifact);
    String known = Table.group(plain, version);
    if (!known.isEmpty()) return known;
    String standard = standard(plain);
    if (!standard.isEmpty()) return standard;
    String own = manifest.get("Group-Id");
    if (isGroup(own)) return own;
    String bundle = derived(manifest.bare("Bundle-SymbolicName"), plain);
    if (!bundle.isEmpty()) return bundle;
    String vendor = manifest.get("Implementation-Vendor-Id");
    if (isGroup(vendor) && !UMBRELLAS.contains(vendor)) return vendor;
    String module = derived(manifest.get("Automatic-Module-Name"), plain);
    if (!module.isEmpty()) return module;
    return ofClasses(classes.get(), plain);
  }

  /** Scala's artifacts carry the compiler's version: {@code kafka_2.13}. */
  private static String withoutScala(String artifact) {
    int mark = artifact.lastIndexOf('_');
    boolean scala =
        mark > 0
            && (artifact.startsWith("2.1", mark + 1)
                || artifact.equals(artifact.substring(0, mark) + "_3"));
    return scala ? artifact.substring(0, mark) : artifact;
  }

  /** The standard's own: {@code jakarta.xml.bind-api} is of {@code jakarta.xml.bind}. */
  private static String standard(String artifact) {
    if (!artifact.startsWith("javax.") && !artifact.startsWith("jakarta.")) return "";
    return artifact.endsWith("-api")
        ? artifact.substring(0, artifact.length() - "-api".length())
        : artifact;
  }

  /**
   * The group in a symbolic name, if the name has to do with the artifact: {@code
   * org.apache.logging.log4j.core} of {@code log4j-core} is group and last word.
   */
  private static String derived(String symbolic, String artifact) {
    if (!isGroup(symbolic)) return "";
    String dotted = artifact.replace('-', '.');
    String last = symbolic.substring(symbolic.lastIndexOf('.') + 1);
    String before = symbolic.substring(0, symbolic.length() - last.length() - 1);
    boolean ends = symbolic.endsWith("." + artifact) || symbolic.equals(artifact);
    if (ends || ("." + symbolic.replace('-', '.')).endsWith("." + dotted)) {
      String rest =
          symbolic.endsWith("." + artifact)
              ? symbolic.substring(0, symbolic.length() - artifact.length() - 1)
              : before;
      return isGroup(rest) && !UMBRELLAS.contains(rest) ? rest : symbolic;
    }
    boolean begins = dotted.startsWith(last + ".");
    boolean short_ = symbolic.indexOf('.') == symbolic.lastIndexOf('.');
    return begins || (short_ && !UMBRELLAS.contains(symbolic)) ? symbolic : "";
  }

  /**
   * Who has the domain: two parts of a package; three where many share the first two, or where the
   * third is the family that the artifact names, as in {@code com.thoughtworks.xstream}.
   */
  private static String ofClasses(String common, String artifact) {
    if (!isGroup(common)) return "";
    int second = common.indexOf('.', common.indexOf('.') + 1);
    if (second < 0) return UMBRELLAS.contains(common) ? "" : common;
    String two = common.substring(0, second);
    int third = common.indexOf('.', second + 1);
    String three = third < 0 ? common : common.substring(0, third);
    String family = three.substring(second + 1);
    boolean named = artifact.equals(family) || artifact.startsWith(family + "-");
    return named || UMBRELLAS.contains(two) ? three : two;
  }

  /** Whether a name looks like a group: words of letters, digits, dashes, joined by dots. */
  private static boolean isGroup(String text) {
    if (text.indexOf('.') <= 0 || text.endsWith(".") || text.contains("..")) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && c != '.' && c != '-' && c != '_') return false;
    }
    return text.charAt(0) >= 'a' && text.charAt(0) <= 'z';
  }
}
