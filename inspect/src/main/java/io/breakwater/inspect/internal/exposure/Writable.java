package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Seen;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import java.util.List;

/** Judges what everybody may write. */
final class Writable {
  private static final List<String> CODE =
      List.of("/etc", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/opt", "/boot", "/root");
  private static final List<String> DATA =
      List.of(
          "/run",
          "/var/run",
          "/var/lib",
          "/var/log",
          "/var/cache",
          "/data",
          "/mnt",
          "/media",
          "/srv/data");

  private Writable() {}

  static void judge(ImageFiles image, List<Seen> facts, Rows rows) {
    for (Seen seen : facts) {
      if (seen.standing() != Finding.Standing.PRESENT) continue;
      Sighting at = seen.sighting();
      String path = "/" + at.path();
      switch (at.check()) {
        case Fact.WRITABLE_FILE -> {
          boolean code = at.part().equals("x");
          boolean setting = in(path, List.of("/etc"));
          Severity severity =
              code || setting ? Severity.HIGH : in(path, DATA) ? Severity.LOW : Severity.MEDIUM;
          // What others made and a careless COPY or chmod -R opened: one row, not thousands.
          if (severity == Severity.HIGH && Place.library(at.path())) severity = Severity.MEDIUM;
          if (image.subject().owner(path).isPresent()) severity = Severity.LOW;
          rows.add(RightsChecks.WRITABLE_FILE, severity, seen.layer(), path, at.evidence());
        }
        case Fact.WRITABLE_DIRECTORY -> {
          if (!image.isOpen(path)) continue;
          Severity severity =
              in(path, DATA) ? Severity.LOW : in(path, CODE) ? Severity.HIGH : Severity.MEDIUM;
          if (severity == Severity.HIGH && Place.library(at.path() + "/"))
            severity = Severity.MEDIUM;
          if (image.subject().owner(path).isPresent()) severity = Severity.LOW;
          rows.add(RightsChecks.WRITABLE_DIRECTORY, severity, seen.layer(), path, at.evidence());
        }
        default -> {}
      }
    }
  }

  private static boolean in(String path, List<String> folders) {
    for (String folder : folders) {
      if (path.equals(folder) || path.startsWith(folder + "/")) return true;
    }
    return false;
  }
}
