package io.breakwater.inspect.internal.exposure;

import io.breakwater.model.Component;
import io.breakwater.model.FoundFile;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How little an image has beside what it needs, from 0 to 100; docs/exposure.md has the formula.
 *
 * @param score 100 for nothing to spare
 * @param spare what could go, the costliest first
 */
record Minimality(int score, List<String> spare) {
  private static final int FREE_PACKAGES = 10;
  private static final int MOST_FOR_PACKAGES = 30;

  Minimality {
    spare = List.copyOf(spare);
  }

  /** Of an image; empty for one in which nothing can be run. */
  static Optional<Minimality> of(ImageFiles image) {
    if (image.list().isEmpty()) return Optional.empty();
    Map<Programs.Kind, TreeSet<String>> programs = new EnumMap<>(Programs.Kind.class);
    int privileged = 0;
    for (FoundFile file : image.list()) {
      if (!Tools.isProgram(file)) continue;
      if (file.privileged()) privileged++;
      if (!Tools.onPath(file.path())) continue;
      String name = ProgramNames.plain(file.path());
      Programs.kind(name)
          .ifPresent(kind -> programs.computeIfAbsent(kind, k -> new TreeSet<>()).add(name));
    }
    int left = 100;
    var spare = new ArrayList<String>();
    for (var entry : programs.entrySet()) {
      int points = points(entry.getKey(), entry.getValue().size());
      left -= points;
      spare.add("−" + points + " " + String.join(" ", entry.getValue()));
    }
    if (privileged > 0) {
      int points = Math.min(10, privileged);
      left -= points;
      spare.add("−" + points + " setuid × " + privileged);
    }
    long packages = image.subject().components().stream().filter(Minimality::ofSystem).count();
    int points = forPackages(packages);
    if (points > 0) {
      left -= points;
      spare.add("−" + points + " packages × " + packages);
    }
    return Optional.of(new Minimality(Math.max(0, left), spare));
  }

  private static boolean ofSystem(Component component) {
    return switch (component.type()) {
      case "deb", "rpm", "apk", "alpm" -> true;
      default -> false;
    };
  }

  private static int points(Programs.Kind kind, int count) {
    return switch (kind) {
      case SHELL -> 10;
      case PACKAGE_MANAGER -> 10;
      case COMPILER -> Math.min(20, 10 + count);
      case DEBUGGER -> 5;
      case NETWORK_TOOL -> 5;
      case ATTACK_TOOL -> 20;
      case LOGIN_SERVICE -> 5;
    };
  }

  /** Five for each doubling over ten packages. */
  private static int forPackages(long packages) {
    if (packages <= FREE_PACKAGES) return 0;
    double doublings = Math.log((double) packages / FREE_PACKAGES) / Math.log(2);
    return (int) Math.min(MOST_FOR_PACKAGES, Math.round(5 * doublings));
  }

  /** One finding, of the whole image. */
  void tell(Rows rows) {
    if (spare.isEmpty()) return;
    rows.configured(
        ToolChecks.MINIMALITY,
        score < 50 ? Severity.LOW : Severity.NEGLIGIBLE,
        "",
        score + "/100: " + String.join("; ", spare));
  }
}
