package io.breakwater.inventory.internal.perl;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.Presence;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/**
 * Distributions of CPAN: those that Carton locked (cpanfile.snapshot), those that clients installed
 * ({@code .meta/NAME/MYMETA.json} and {@code install.json} of cpanm, perllocal.pod of all), and the
 * metadata of sources. The lists of installed files (.packlist) have no version, and perllocal.pod
 * names the same.
 */
public final class CpanAnalyser implements Analyser {
  private static final String INSTALLED = "install.json";

  @Override
  public String name() {
    return "cpan";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "tdnl";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    int length = path.length();
    if (length < 9) return false;
    return switch (path.charAt(length - 1)) {
      case 't' -> Paths.isNamed(path, "cpanfile.snapshot");
      case 'd' -> Paths.isNamed(path, "perllocal.pod");
      case 'n' ->
          path.endsWith("META.json")
              ? isMetadata(path)
              : Paths.isNamed(path, INSTALLED) && path.contains("/.meta/");
      case 'l' -> Paths.isNamed(path, "META.yml");
      default -> false;
    };
  }

  private static boolean isMetadata(String path) {
    return Paths.isNamed(path, "META.json") || Paths.isNamed(path, "MYMETA.json");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    if (path.endsWith(INSTALLED)) {
      String text = Json.parseObject(content.readAll(LockFiles.MAX_SIZE)).text("dist");
      distribution(text, 0, Presence.INSTALLED, INSTALLED, facts);
    } else if (path.endsWith(".yml")) {
      metadata(path, Yaml.object(LockFiles.text(content)), facts);
    } else if (path.endsWith(".json")) {
      metadata(path, Json.parseObject(content.readAll(LockFiles.MAX_SIZE)), facts);
    } else if (path.endsWith(".pod")) {
      installed(LockFiles.text(content), facts);
    } else {
      snapshot(LockFiles.text(content), facts);
    }
  }

  /** Also others have files of this name: CPAN's say by which specification. */
  private static void metadata(String path, Json.Obj document, FactSink facts) {
    String name = document.text("name").replace("::", "-");
    if (name.isEmpty() || document.object("meta-spec").text("url").isEmpty()) return;
    if (!isOfPerl(document.object("meta-spec").text("url"))) return;
    Declared.of(Coordinates.plain("cpan", name, text(document, "version")))
        .present(path.contains("/.meta/") ? Presence.INSTALLED : Presence.DECLARED)
        .licensed(licences(document))
        .report(facts, Paths.fileName(path));
  }

  private static List<String> licences(Json.Obj document) {
    String one = document.text("license");
    return one.isEmpty() ? Licences.names(document.texts("license")) : Licences.name(one);
  }

  private static boolean isOfPerl(String url) {
    return url.contains("CPAN") || url.contains("cpan") || url.contains("module-build");
  }

  private static String text(Json.Obj document, String key) {
    return document.get(key).orElse(new Json.Nil()) instanceof Json.Num(String digits)
        ? digits
        : document.text(key);
  }

  /** Entries {@code =head2 date: C<Module> L<Name|Name>} with {@code =item * C<VERSION: 1.2>}. */
  private static void installed(String text, FactSink facts) {
    String name = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("=head2 ")) {
        int start = line.indexOf("L<");
        int end = line.indexOf('|', start);
        name = start < 0 || end < 0 ? "" : line.substring(start + 2, end).replace("::", "-");
        continue;
      }
      int version = line.indexOf("C<VERSION: ");
      if (version < 0 || name.isEmpty()) continue;
      int end = line.indexOf('>', version);
      if (end < 0) continue;
      Declared.installed(Coordinates.plain("cpan", name, line.substring(version + 11, end).strip()))
          .report(facts, "perllocal.pod");
      name = "";
    }
  }

  /** Under {@code DISTRIBUTIONS}: {@code Name-1.2} by two blanks, all about it by more. */
  private static void snapshot(String text, FactSink facts) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      boolean entry = line.startsWith("  ") && !line.startsWith("   ");
      if (entry) {
        distribution(line.strip(), number, Presence.DECLARED, "cpanfile.snapshot", facts);
      }
    }
  }

  private static void distribution(
      String text, int line, Presence presence, String source, FactSink facts) {
    int dash = text.lastIndexOf('-');
    // A trial release ends in -TRIAL, which is no version.
    if (dash > 0 && !isVersion(text.substring(dash + 1))) dash = text.lastIndexOf('-', dash - 1);
    if (dash <= 0 || !isVersion(text.substring(dash + 1))) return;
    Declared.of(Coordinates.plain("cpan", text.substring(0, dash), text.substring(dash + 1)))
        .present(presence)
        .at(line)
        .report(facts, source);
  }

  private static boolean isVersion(String text) {
    int at = text.startsWith("v") ? 1 : 0;
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
