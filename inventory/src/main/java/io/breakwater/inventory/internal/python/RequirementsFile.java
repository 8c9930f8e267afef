package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.Digest;
import io.breakwater.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A requirements file of pip's. Its lines may go on behind a backslash. Other files, URLs, paths
 * and options that it names are left out; a requirement that leaves a choice has no version.
 */
final class RequirementsFile {
  private static final String HASH = "--hash=";

  private RequirementsFile() {}

  static void read(String text, Scope scope, String source, FactSink facts) {
    var line = new StringBuilder();
    int number = 0;
    int first = 1;
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      number++;
      if (line.isEmpty()) first = number;
      boolean more = stop > at && text.charAt(stop - 1) == '\\' && !isComment(text, at);
      line.append(text, at, more ? stop - 1 : stop);
      if (more) line.append(' ');
      at = end + 1;
      if (more && at < text.length()) continue;
      report(line.toString().strip(), first, scope, source, facts);
      line.setLength(0);
    }
  }

  private static boolean isComment(String text, int at) {
    return text.charAt(at) == '#';
  }

  private static void report(String line, int number, Scope scope, String source, FactSink facts) {
    Optional<Requirement> requirement = Requirement.parse(withoutComment(line));
    if (requirement.isEmpty()) return;
    Declared.of(PythonNames.coordinates(requirement.get().name(), requirement.get().version()))
        .scoped(scope)
        .hashed(hashes(line))
        .at(number)
        .report(facts, source);
  }

  private static String withoutComment(String line) {
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      if (at == 0 || line.charAt(at - 1) <= ' ') return line.substring(0, at).strip();
    }
    return line;
  }

  private static List<Digest> hashes(String line) {
    var hashes = new ArrayList<Digest>();
    for (int at = line.indexOf(HASH); at >= 0; at = line.indexOf(HASH, at + 1)) {
      int start = at + HASH.length();
      int end = start;
      while (end < line.length() && line.charAt(end) > ' ') end++;
      hashes.addAll(Hashes.tagged(line.substring(start, end)));
      if (hashes.size() > PythonLock.MOST_HASHES) return List.of();
    }
    return hashes;
  }
}
