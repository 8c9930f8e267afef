package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Seen;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges where programs and libraries are looked for, and the program that the image starts. */
final class Starting {
  /** They start another program and stay out of its way. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "tini",
          "dumb-init",
          "catatonit",
          "gosu",
          "su-exec",
          "env",
          "exec",
          "sh",
          "bash",
          "dash",
          "ash",
          "nice",
          "setpriv",
          "s6-setuidgid",
          "busybox");

  private static final int MOST_WORDS = 12;

  private Starting() {}

  static void judge(ImageFiles image, List<Seen> facts, Rows rows) {
    image.variable("PATH").ifPresent(value -> path(image, value, rows));
    image.variable("LD_LIBRARY_PATH").ifPresent(value -> libraries(image, value, rows));
    for (String name : List.of("LD_PRELOAD", "LD_AUDIT")) {
      image
          .variable(name)
          .filter(value -> !value.isBlank())
          .ifPresent(
              v -> rows.configured(StartChecks.PRELOAD, Settings.preload(v), "Env " + name, v));
    }
    Map<String, String> lacking = new HashMap<>();
    for (Seen seen : facts) {
      if (seen.standing() != Finding.Standing.PRESENT) continue;
      String path = "/" + seen.sighting().path();
      String evidence = seen.sighting().evidence();
      if (seen.sighting().check().equals(Fact.ELF)) lacking.put(path, evidence);
      if (!seen.sighting().check().equals(Fact.RPATH)) continue;
      for (String entry : evidence.split(":", 64)) {
        if (unsafe(image, entry)) {
          rows.add(StartChecks.RPATH, severity(entry), seen.layer(), path, evidence);
          break;
        }
      }
    }
    for (FoundFile program : started(image)) {
      String lacks = lacking.get(program.path());
      if (lacks == null) continue;
      if (lacks.contains("NX")) {
        rows.add(
            StartChecks.EXECUTABLE_STACK, Severity.MEDIUM, program.layer(), program.path(), lacks);
      } else if (!Rights.isOwned(image, program)) {
        rows.add(StartChecks.HARDENING, Severity.LOW, program.layer(), program.path(), lacks);
      }
    }
  }

  private static boolean unsafe(ImageFiles image, String entry) {
    return entry.isEmpty()
        || Rpath.relative(entry)
        || Rpath.temporary(entry)
        || image.isOpen(entry);
  }

  private static Severity severity(String entry) {
    if (Rpath.temporary(entry)) return Severity.HIGH;
    // The repair tool of wheels leaves such names; they exist in no working directory.
    boolean named = Rpath.relative(entry) && !entry.isEmpty() && !entry.startsWith(".");
    return named ? Severity.LOW : Severity.MEDIUM;
  }

  private static void path(ImageFiles image, String value, Rows rows) {
    for (String entry : value.split(":", 64)) {
      boolean variable = entry.startsWith("$");
      if (!variable && unsafe(image, entry)) {
        Severity severity =
            value.startsWith(entry) || Rpath.temporary(entry) ? Severity.HIGH : Severity.MEDIUM;
        rows.configured(StartChecks.PATH_ENTRY, severity, "Env PATH", shown(entry));
      }
    }
  }

  private static void libraries(ImageFiles image, String value, Rows rows) {
    if (value.isBlank()) return;
    for (String entry : value.split(":", 64)) {
      if (unsafe(image, entry)) {
        Severity severity = entry.isEmpty() ? Severity.LOW : Severity.MEDIUM;
        rows.configured(StartChecks.LIBRARY_PATH, severity, "Env LD_LIBRARY_PATH", shown(entry));
        return;
      }
    }
  }

  private static String shown(String entry) {
    return entry.isEmpty() ? "''" : entry;
  }

  /** The programs that ENTRYPOINT and CMD name, without those that only start others. */
  static List<FoundFile> started(ImageFiles image) {
    ImageInfo.Settings settings = image.subject().image().settings();
    var words = new ArrayList<String>();
    for (String word : settings.entrypoint()) words.addAll(List.of(word.split(" ", MOST_WORDS)));
    for (String word : settings.command()) words.addAll(List.of(word.split(" ", MOST_WORDS)));
    var found = new LinkedHashMap<String, FoundFile>();
    for (String word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
      if (word.startsWith("-") || word.indexOf('=') > 0) continue;
      var file = image.program(word);
      if (file.isEmpty()) continue;
      boolean wraps =
          WRAPPERS.contains(ProgramNames.plain(word)) || file.get().type() != FoundFile.Type.ELF;
      if (wraps) continue;
      found.put(file.get().path(), file.get());
      break;
    }
    return List.copyOf(found.values());
  }
}
