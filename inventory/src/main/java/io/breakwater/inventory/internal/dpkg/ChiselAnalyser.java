package io.breakwater.inventory.internal.dpkg;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.Packed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads the manifest that chisel leaves in images cut out of Ubuntu's packages: lines of JSON,
 * packed with zstd. Lines of kind {@code package} name the packages, lines of kind {@code path} the
 * files and the slices that brought them.
 */
public final class ChiselAnalyser implements Analyser {
  private static final String MANIFEST = "var/lib/chisel/manifest.wall";
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LONGEST = 512;

  @Override
  public String name() {
    return "chisel";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.path().equals(MANIFEST);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    byte[] bytes;
    try (InputStream plain = Packed.plain(content)) {
      bytes = plain.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      facts.notAnalysed("", NotAnalysed.Reason.LIMIT, "more than " + LARGEST + " bytes unpacked");
      return;
    }
    var lines = new Lines(bytes);
    if (!lines.next() || !lines.startsWith("{\"jsonwall\"")) {
      throw new MalformedFileException("no manifest of chisel");
    }
    while (lines.next()) {
      if (lines.isBlank() || lines.length() > LONGEST_LINE) continue;
      Json.Obj line = Json.parseObject(lines.whole().getBytes(StandardCharsets.UTF_8));
      switch (line.text("kind")) {
        case "package" -> pkg(line, facts);
        case "path" -> path(line, facts);
        default -> {}
      }
    }
  }

  private static void pkg(Json.Obj line, FactSink facts) throws MalformedFileException {
    String name = line.text("name");
    String version = line.text("version");
    String architecture = line.text("arch");
    if (!Names.isName(name) || name.length() + version.length() > LONGEST) {
      throw new MalformedFileException("a package without a name");
    }
    Purl purl = Purl.of("deb", "unknown", name, version);
    if (architecture.length() <= LONGEST) purl = purl.withQualifier("arch", architecture);
    var found = new FoundPackage(purl, name, version, Optional.empty(), List.of(), "", "");
    facts.found(found.with(PackageTraits.INSTALLED.hashed(digest(line.text("sha256")))));
  }

  private static List<Digest> digest(String hex) {
    try {
      return hex.isEmpty() ? List.of() : List.of(Digest.parse("sha256:" + hex));
    } catch (InvalidDigestException e) {
      return List.of();
    }
  }

  /** Slices are named {@code package_slice}. Directories end with a slash. */
  private static void path(Json.Obj line, FactSink facts) {
    String path = line.text("path");
    List<String> slices = line.texts("slices");
    if (path.isEmpty() || path.endsWith("/") || slices.isEmpty()) return;
    String slice = slices.getFirst();
    int underscore = slice.lastIndexOf('_');
    facts.owns(underscore > 0 ? slice.substring(0, underscore) : slice, path);
  }
}
