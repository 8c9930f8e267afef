package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.inspect.licence.LicenceClass;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.model.Confidence;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sees which licences' texts lie in files that are called like it. */
public final class LicenceFileInspector implements FileInspector {
  /**
   * The fact that a file holds a licence; the evidence is an SPDX expression, the part its class.
   */
  public static final String FACT = "=licence";

  private static final String DOC = "usr/share/doc/";
  private static final int LARGEST = 512 << 10;
  private static final List<String> NAMES = List.of("licen", "copying", "copyright", "unlicense");
  private static final List<String> CODE =
      List.of(
          ".js", ".ts", ".py", ".pyc", ".java", ".class", ".go", ".rb", ".so", ".html", ".json",
          ".gz", ".xml", ".yaml", ".yml", ".php", ".png", ".svg", ".h", ".c", ".mjs", ".cjs");

  @Override
  public String name() {
    return "licences";
  }

  @Override
  public int version() {
    return 2;
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
      return !isCode(path);
    }
    return false;
  }

  /** Whether a file ends like one that holds code or data. */
  static boolean isCode(String path) {
    for (String end : CODE) if (path.endsWith(end)) return true;
    return false;
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    String text = new String(file.content().readAll(LARGEST), StandardCharsets.UTF_8);
    String path = file.path();
    Optional<LicenceExpression> found = read(path, text);
    if (found.isEmpty()) return;
    String family = LicenceClass.of(found.get()).id();
    String expression = found.get().text();
    if (expression.length() > LicenceExpression.LONGEST) return;
    out.add(new Sighting(FACT, path, 0, Confidence.MEDIUM, family, expression));
  }

  /** The licence that a file tells of, by its relative path and its text. */
  public static Optional<LicenceExpression> read(String path, String text) {
    String name = path.startsWith(DOC) ? path.substring(DOC.length()) : "";
    int slash = name.indexOf('/');
    boolean debian = slash > 0 && name.startsWith("/copyright", slash);
    if (debian || CopyrightFile.isMachineReadable(text)) {
      return CopyrightFile.read(debian ? name.substring(0, slash) : "", text);
    }
    List<LicenceExpression> texts = Fingerprints.find(text);
    if (!texts.isEmpty()) return Optional.of(LicenceExpression.all(texts).simplified());
    return CopyrightFile.read("", text);
  }
}
