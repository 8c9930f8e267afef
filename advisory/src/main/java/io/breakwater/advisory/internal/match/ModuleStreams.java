package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.FixState;
import java.util.function.Function;

/**
 * Lines of versions of one package of an rpm distribution, of which an image has one: a statement
 * about a line says nothing about another.
 *
 * <ul>
 *   <li>Module streams, such as nodejs 18 and 20. Packages of streams say so in their release
 *       ({@code .module_el8…}), and in their label which stream it is. A feed tells the stream, or
 *       the title of its record does ({@code Important: nodejs:20 security update}).
 *   <li>The extras of Amazon Linux 2, called {@code extras:5.15} by the number that the versions of
 *       the line begin with.
 *   <li>Packages of Oracle built for Ksplice or for FIPS, which have epochs of their own, and its
 *       kernels, of which a release has several.
 * </ul>
 */
final class ModuleStreams {
  private static final String EXTRAS = "extras:";

  private ModuleStreams() {}

  /** Whether a statement is about the line that is installed. */
  static boolean concern(Statement statement, Lookup lookup, Function<Statement, String> title) {
    String told = statement.module();
    if (told.startsWith(EXTRAS)) return isOfLine(lookup.version(), told.substring(EXTRAS.length()));
    String fix = fix(statement);
    if (lookup.ecosystem().startsWith("Oracle Linux:") && !oracle(lookup, fix)) return false;
    boolean installed = isModular(lookup.version());
    if (fix.isEmpty() && told.isEmpty()) {
      // Red Hat names the stream wherever it means one.
      return !installed || !lookup.ecosystem().startsWith("Red Hat:");
    }
    boolean modular = !told.isEmpty() || isModular(fix);
    if (modular != installed) return false;
    if (!installed || lookup.stream().isEmpty()) return true;
    String stream = told.isEmpty() ? streamOf(title.apply(statement)) : told;
    return stream.isEmpty() || stream.equals(lookup.stream());
  }

  private static String fix(Statement statement) {
    if (statement.fixState() == FixState.NOT_AFFECTED) return "";
    for (AffectedRange range : statement.ranges()) {
      if (range.end() instanceof End.Fixed(String fixed)) return fixed;
    }
    return "";
  }

  /** Whether a version begins with the numbers of a line: 5.15.43-20 is of the line 5.15. */
  private static boolean isOfLine(String version, String line) {
    String plain = version.substring(version.indexOf(':') + 1);
    if (!plain.startsWith(line)) return false;
    return plain.length() == line.length() || !Character.isDigit(plain.charAt(line.length()));
  }

  private static boolean oracle(Lookup lookup, String fix) {
    if (fix.isEmpty()) return true;
    for (String flavour : new String[] {"ksplice", "fips"}) {
      if (fix.contains(flavour) && !lookup.version().contains(flavour)) return false;
    }
    return !lookup.name().startsWith("kernel-uek")
        || upstream(fix).equals(upstream(lookup.version()));
  }

  private static String upstream(String version) {
    int dash = version.indexOf('-');
    return version.substring(version.indexOf(':') + 1, dash < 0 ? version.length() : dash);
  }

  private static boolean isModular(String version) {
    return version.contains(".module_") || version.contains(".module+");
  }

  /** The stream in a title such as {@code Important: nodejs:20 security update}. */
  static String streamOf(String title) {
    for (String word : title.split(" ", -1)) {
      int colon = word.indexOf(':');
      if (colon > 0 && colon < word.length() - 1) return word;
    }
    return "";
  }
}
