package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import java.util.function.Function;

/**
 * Module streams of rpm distributions: several lines of versions of one package, such as nodejs 18
 * and 20, of which an image has one. Packages of streams say so in their release ({@code
 * .module_el8…}); an update for a stream says nothing about the plain package, nor about another
 * stream.
 */
final class ModuleStreams {
  private ModuleStreams() {}

  /** Whether a statement is about the stream, or the plain package, that is installed. */
  static boolean concern(Statement statement, Lookup lookup, Function<Statement, String> title) {
    boolean installed = isModular(lookup.version());
    for (AffectedRange range : statement.ranges()) {
      if (!(range.end() instanceof End.Fixed(String fixed))) continue;
      if (isModular(fixed) != installed) return false;
      if (!installed || lookup.stream().isEmpty()) return true;
      String stream = streamOf(title.apply(statement));
      return stream.isEmpty() || stream.equals(lookup.stream());
    }
    return true;
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
