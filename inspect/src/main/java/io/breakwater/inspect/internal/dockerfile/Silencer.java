package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.model.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes out the findings that comments, directives or settings do not want. */
final class Silencer {
  private final Dockerfile file;
  private final Set<String> everywhere = new HashSet<>();
  private final Map<Integer, Set<String>> byInstruction = new HashMap<>();
  private boolean noBuildKit;

  Silencer(Dockerfile file, LintSettings settings) {
    this.file = file;
    everywhere.addAll(settings.ignored());
    for (Comment comment : file.comments()) {
      Pragma.parse(comment.text())
          .filter(p -> p.key().equals("ignore"))
          .ifPresent(
              pragma -> {
                if (pragma.global()) {
                  everywhere.addAll(pragma.values());
                } else {
                  int next = nextInstruction(comment.start());
                  byInstruction.computeIfAbsent(next, n -> new HashSet<>()).addAll(pragma.values());
                }
              });
    }
    file.directive("check")
        .ifPresent(
            directive -> {
              for (String part : directive.value().split(";", -1)) {
                String option = part.strip();
                if (!option.toLowerCase(Locale.ROOT).startsWith("skip=")) continue;
                for (String name : option.substring(5).split(",", -1)) {
                  if (name.strip().equals("all")) noBuildKit = true;
                  everywhere.add(name.strip());
                }
              }
            });
  }

  /** The findings that remain. */
  List<LintFinding> apply(List<LintFinding> findings) {
    var out = new ArrayList<LintFinding>();
    for (LintFinding each : findings) if (!isSilent(each)) out.add(each);
    return out;
  }

  private boolean isSilent(LintFinding finding) {
    if (isNamed(finding.check(), everywhere)) return true;
    if (noBuildKit && finding.check().aliases().stream().anyMatch(Silencer::isBuildKit))
      return true;
    if (byInstruction.isEmpty()) return false;
    int offset = file.file().start(finding.line() - 1);
    Set<String> here = byInstruction.get(instructionAt(offset + finding.column() - 1));
    return here != null && isNamed(finding.check(), here);
  }

  private static boolean isNamed(Check check, Set<String> names) {
    if (names.contains(check.id())) return true;
    for (String alias : check.aliases()) if (names.contains(alias)) return true;
    return false;
  }

  private static boolean isBuildKit(String alias) {
    return Character.isUpperCase(alias.charAt(0)) && Character.isLowerCase(alias.charAt(1));
  }

  /** The number of the first instruction behind an offset; a comment inside one speaks of it. */
  private int nextInstruction(int offset) {
    List<Instruction> all = file.instructions();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).end() > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private int instructionAt(int offset) {
    return nextInstruction(offset - 1);
  }
}
