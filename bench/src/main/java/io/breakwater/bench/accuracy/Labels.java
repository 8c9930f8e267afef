package io.breakwater.bench.accuracy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.KnownHole;
import io.breakwater.advisory.Matcher;
import io.breakwater.model.Advisory;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What people said of matches: right, or a false alarm. A label names an image by its digest, a
 * package and a version, and neither the distribution nor the ecosystem: the release of each image
 * is taken to be the one in which most of its labels can be looked up at all.
 */
final class Labels {
  private static final Pattern DEBIAN = Pattern.compile("[+~]deb([0-9]+)u");

  private final AdvisoryDatabase database;
  private final Matcher matcher;
  private final List<OperatingSystem> distributions = new ArrayList<>();

  /** False alarms by kind of package: reported, left out. */
  private final Map<String, int[]> wide = new TreeMap<>();

  /** Those that are reported, and how often. */
  private final Map<String, Integer> alarms = new TreeMap<>();

  private final Map<String, String> sources;

  /** Of the image at hand: packages of one version, one of which has a known source, share it. */
  private final Map<String, String> siblings = new TreeMap<>();

  /**
   * Labels judged by a database.
   *
   * @param sources the source of each binary package that is known of, by type and name
   */
  Labels(AdvisoryDatabase database, Map<String, String> sources) {
    this.database = database;
    this.sources = sources;
    this.matcher = new Matcher(database);
    for (String ecosystem : database.ecosystems().keySet()) {
      Packages.distribution(ecosystem).ifPresent(distributions::add);
    }
  }

  private record Label(String name, String version, String id, boolean right) {}

  void print(Path labels) throws IOException {
    var byImage = new LinkedHashMap<String, List<Label>>();
    for (Json.Obj line : Data.lines(labels)) {
      String label = line.text("label");
      if (!label.equals("TP") && !label.equals("FP")) continue;
      String id = line.text("effective_cve");
      byImage
          .computeIfAbsent(line.text("image"), _ -> new ArrayList<>())
          .add(
              new Label(
                  line.text("package"),
                  line.text("version"),
                  id.isEmpty() ? line.text("vuln") : id,
                  label.equals("TP")));
    }
    var byEcosystem = new TreeMap<String, int[]>();
    var examples = new ArrayList<String>();
    int uncovered = 0;
    for (List<Label> all : byImage.values()) {
      siblings.clear();
      for (Label label : all) {
        for (String type : List.of("deb", "apk")) {
          String source = sources.get(type + " " + label.name());
          if (source != null && isDebianOrAlpine(label.version()))
            siblings.put(label.version(), source);
        }
      }
      OperatingSystem release = release(all);
      for (Label label : all) uncovered += judge(label, all, release, byEcosystem, examples);
    }
    System.out.println("\n## Human labels\n");
    System.out.println(
        "| ecosystem | TP found | TP missed | recall | FP reported | FP left out | share |");
    System.out.println("| --- | --: | --: | --: | --: | --: | --: |");
    int[] sum = new int[4];
    byEcosystem.forEach(
        (name, n) -> {
          for (int i = 0; i < 4; i++) sum[i] += n[i];
          System.out.println(row(name, n));
        });
    System.out.println(row("**all covered**", sum));
    System.out.println("\nNot covered by a feed at hand: " + uncovered + " labels.\n");
    System.out.println("| false alarms about packages of | reported | left out | share |");
    System.out.println("| --- | --: | --: | --: |");
    int[] all = new int[2];
    wide.forEach(
        (name, n) -> {
          all[0] += n[0];
          all[1] += n[1];
          System.out.println(share(name, n));
        });
    System.out.println(share("**all that a feed speaks about**", all) + "\n");
    alarms.forEach((what, times) -> System.out.println("    " + times + " x " + what));
    examples.stream().limit(40).forEach(e -> System.out.println("    " + e));
  }

  private static String share(String name, int[] n) {
    double share = n[0] / (double) Math.max(1, n[0] + n[1]);
    return String.format(Locale.ROOT, "| %s | %d | %d | %.4f |", name, n[0], n[1], share);
  }

  private static String row(String name, int[] n) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.4f | %d | %d | %.4f |",
        name,
        n[0],
        n[1],
        n[0] / (double) Math.max(1, n[0] + n[1]),
        n[2],
        n[3],
        n[2] / (double) Math.max(1, n[2] + n[3]));
  }

  /**
   * The release of an image: the one that the versions of its packages name ({@code +deb10u3}),
   * else the one whose feed speaks about most of its labels.
   */
  private OperatingSystem release(List<Label> labels) throws IOException {
    var named = new TreeMap<String, Integer>();
    for (Label label : labels) {
      var mark = DEBIAN.matcher(label.version());
      if (mark.find()) named.merge(mark.group(1), 1, Integer::sum);
    }
    var marked = named.entrySet().stream().max(Map.Entry.comparingByValue());
    if (marked.isPresent()) {
      return new OperatingSystem("debian", marked.get().getKey(), "Debian");
    }
    OperatingSystem best = OperatingSystem.UNKNOWN;
    int most = 0;
    for (OperatingSystem os : distributions) {
      int known = 0;
      for (Label label : labels) {
        if (label.right() && fits(os, label.version()) && reports(os, label)) known++;
      }
      if (known > most) {
        most = known;
        best = os;
      }
    }
    return best;
  }

  private int judge(
      Label label,
      List<Label> of,
      OperatingSystem os,
      Map<String, int[]> byEcosystem,
      List<String> examples)
      throws IOException {
    boolean covered = false;
    boolean reported = false;
    String where = "";
    for (KnownHole hole : database.show(label.id())) {
      for (Advisory record : hole.records()) {
        for (Advisory.Affected affected : record.affected()) {
          if (!isCalled(affected, label.name())) continue;
          var type = Packages.type(affected.ecosystem());
          if (type.isPresent()) {
            if (!isUpstream(label.version()) || isOwned(label, of)) continue;
            covered = true;
            where = affected.ecosystem();
            reported |=
                has(
                    OperatingSystem.UNKNOWN,
                    type.get(),
                    affected.name(),
                    label.version(),
                    label.id());
          } else if (Packages.distribution(affected.ecosystem()).filter(os::equals).isPresent()
              && fits(os, label.version())) {
            covered = true;
            where = affected.ecosystem();
            reported |= reports(os, label);
          }
        }
      }
    }
    if (!label.right()) wide(label, of, os, covered, reported);
    if (!covered) return 1;
    int[] counts = byEcosystem.computeIfAbsent(where, _ -> new int[4]);
    if (label.right()) counts[reported ? 0 : 1]++;
    else counts[reported ? 2 : 3]++;
    if (reported != label.right()) {
      examples.add((label.right() ? "missed " : "false  ") + where + " " + label);
    }
    return 0;
  }

  /**
   * Counts a false alarm also where no record at hand connects its id with the package, as long as
   * a feed at hand speaks about the package's kind at all: a feed that does not repeat the mistake
   * is right. The language of a package is told by a Go module's name only; any other is looked up
   * in all of them.
   */
  private void wide(
      Label label, List<Label> of, OperatingSystem os, boolean covered, boolean reported)
      throws IOException {
    String where;
    boolean ours = reported;
    if (os.known() && fits(os, label.version())) {
      where = os.id() + " " + os.version();
      ours |= reports(os, label);
    } else if (isUpstream(label.version()) && !isOwned(label, of)) {
      boolean module = label.name().indexOf('/') > 0 && label.name().indexOf('.') > 0;
      where = module ? "Go" : "another language";
      for (String ecosystem : database.ecosystems().keySet()) {
        var type = Packages.type(ecosystem);
        if (type.isEmpty() || module != type.get().equals("golang")) continue;
        if (!ours) ours = isIn(type.get(), label);
      }
    } else if (covered) {
      where = "another language";
    } else {
      return;
    }
    wide.computeIfAbsent(where, _ -> new int[2])[ours ? 0 : 1]++;
    if (ours) alarms.merge(where + " " + label.name() + " " + label.version(), 1, Integer::sum);
  }

  /** Whether a language's feed reports it; Swift's names need a host, Composer's a vendor. */
  private boolean isIn(String type, Label label) throws IOException {
    return !type.equals("swift")
        && has(OperatingSystem.UNKNOWN, type, label.name(), label.version(), label.id());
  }

  private boolean reports(OperatingSystem os, Label label) throws IOException {
    return has(os, Packages.type(os), label.name(), label.version(), label.id());
  }

  private boolean has(OperatingSystem os, String type, String name, String version, String id)
      throws IOException {
    String source = sources.getOrDefault(type + " " + name, siblings.getOrDefault(version, name));
    var component = Packages.of(type, name, version, source, version);
    for (Finding found : matcher.match(os, List.of(component)).findings()) {
      if (found.id().equals(id)) return true;
      if (found instanceof Finding.Vulnerability hole && hole.aliases().contains(id)) return true;
    }
    return false;
  }

  private static boolean isCalled(Advisory.Affected affected, String name) {
    String known = affected.name().toLowerCase(Locale.ROOT);
    String asked = name.toLowerCase(Locale.ROOT);
    return known.equals(asked)
        || (affected.ecosystem().equals("Maven") && known.endsWith(":" + asked));
  }

  /**
   * Whether a package of the distribution brought it, which the image would tell: its labels name
   * one that is called so, or python3- so, of the same version.
   */
  private static boolean isOwned(Label label, List<Label> of) {
    String name = label.name().toLowerCase(Locale.ROOT);
    for (Label other : of) {
      if (isUpstream(other.version()) || !other.version().startsWith(label.version() + "-"))
        continue;
      String called = other.name().toLowerCase(Locale.ROOT);
      if (called.equals(name) || called.endsWith("-" + name)) return true;
    }
    return false;
  }

  /** Whether a version is written as this distribution's packages have it. */
  private static boolean fits(OperatingSystem os, String version) {
    return switch (os.id()) {
      case "alpine" -> version.matches(".*-r[0-9]+");
      case "almalinux" -> version.contains(".alma");
      case "rocky" -> version.contains(".rocky");
      case "amzn" -> version.contains(".amzn");
      case "rhel" -> version.matches(".*\\.el" + os.version() + "([^0-9].*)?");
      case "ubuntu" ->
          isDebian(version) && (version.contains("ubuntu") || !version.contains("deb"));
      default -> isDebian(version) && !version.contains("ubuntu");
    };
  }

  private static boolean isDebianOrAlpine(String version) {
    return isDebian(version) || version.matches(".*-r[0-9]+");
  }

  private static boolean isDebian(String version) {
    return version.matches("[0-9]+:.*|.*-[0-9][0-9a-zA-Z.+~]*")
        && !version.matches(".*-r[0-9]+|.*\\.(el|amzn|fc|cm|azl|al)[0-9].*");
  }

  /** Whether a version is none of a distribution's packages. */
  private static boolean isUpstream(String version) {
    return !version.matches(".*-r[0-9]+|.*\\.(el|amzn|fc|cm|azl|al)[0-9].*|.*(ubuntu|deb)[0-9].*");
  }
}
