package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.LicenceNames;
import io.breakwater.inspect.licence.NormalisedLicence;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sees which licences' texts lie in files that are called like it. */
public final class LicenceFileInspector implements FileInspector {
  /** The fact that a file holds a licence; the evidence is an SPDX expression. */
  public static final String FACT = "=licence";

  private static final String FIELD = "license:";
  private static final int MOST = 40;
  private static final int LARGEST = 512 << 10;
  private static final List<String> NAMES = List.of("licen", "copying", "copyright", "unlicense");
  private static final List<String> CODE =
      List.of(
          ".js", ".ts", ".py", ".pyc", ".java", ".class", ".go", ".rb", ".so", ".html", ".json",
          ".gz", ".xml", ".yaml", ".yml", ".php", ".png", ".svg", ".h", ".c", ".mjs", ".cjs");

  /** Debian's copyright files point at texts that every system has. */
  private static final String COMMON = "/usr/share/common-licenses/";

  @Override
  public String name() {
    return "licences";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.size() > 0 && file.size() <= LARGEST && isLicence(file.path());
  }

  /** Whether a file is called like one that holds a licence. */
  public static boolean isLicence(String path) {
    int start = path.lastIndexOf('/') + 1;
    for (String name : NAMES) {
      if (!path.regionMatches(true, start, name, 0, name.length())) continue;
      for (String end : CODE) if (path.endsWith(end)) return false;
      return true;
    }
    return false;
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    String text = new String(file.content().readAll(LARGEST), StandardCharsets.UTF_8);
    var found = new LinkedHashSet<LicenceExpression>();
    if (text.stripLeading().regionMatches(true, 0, "format", 0, 6)) fields(text, found);
    if (found.isEmpty()) {
      found.addAll(Fingerprints.find(text));
      pointers(text, found);
    }
    if (found.isEmpty()) return;
    String expression = LicenceExpression.all(List.copyOf(found)).text();
    out.add(Sighting.of(FACT, file.path(), expression));
  }

  /** Debian's machine-readable format has short names in fields. */
  private static void fields(String text, Set<LicenceExpression> found) {
    for (String line : text.split("\n", -1)) {
      if (found.size() == MOST) return;
      if (!line.regionMatches(true, 0, FIELD, 0, FIELD.length())) continue;
      String name = line.substring(FIELD.length()).strip();
      if (!name.isEmpty() && name.length() <= 200)
        found.add(LicenceNames.normalise(name).expression());
    }
  }

  private static void pointers(String text, Set<LicenceExpression> found) {
    for (int at = text.indexOf(COMMON); at >= 0; at = text.indexOf(COMMON, at + 1)) {
      int start = at + COMMON.length();
      int end = start;
      while (end < text.length() && isNamePart(text.charAt(end))) end++;
      while (end > start && text.charAt(end - 1) == '.') end--;
      NormalisedLicence named = LicenceNames.normalise(text.substring(start, end));
      if (named.how() != NormalisedLicence.How.UNKNOWN) found.add(named.expression());
    }
  }

  private static boolean isNamePart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.';
  }
}
