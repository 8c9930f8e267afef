package io.breakwater.inspect.internal.exposure;

import io.breakwater.model.Check;
import io.breakwater.model.FoundFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges programs by what they are good for. */
final class Tools {
  private static final List<String> FOLDERS =
      List.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/");

  private Tools() {}

  static void judge(ImageFiles image, Rows rows) {
    var told = new HashSet<String>();
    for (FoundFile file : image.list()) {
      if (!isProgram(file)) continue;
      String name = ProgramNames.plain(file.path());
      var kind = Programs.kind(name);
      boolean attack = kind.isPresent() && kind.get() == Programs.Kind.ATTACK_TOOL;
      if (!attack && !onPath(file.path())) continue;
      if (kind.isPresent() && told.add(kind.get() + "\n" + name)) {
        Check check = check(kind.get());
        rows.add(check, check.severity(), file.layer(), file.path(), "");
      }
      Set<String> uses = Programs.uses(name);
      if (Programs.isTempting(name) && told.add(name)) {
        Check check = ToolChecks.LIVING_OFF_THE_LAND;
        rows.add(check, check.severity(), file.layer(), file.path(), String.join(", ", uses));
      }
    }
    links(image, told, rows);
  }

  /** Programs that are links to scripts of other names, as npm is. */
  private static void links(ImageFiles image, Set<String> told, Rows rows) {
    image
        .links()
        .forEach(
            (path, file) -> {
              String name = ProgramNames.plain(path);
              if (!onPath(path) || Programs.isKnown(ProgramNames.plain(file.path()))) return;
              Programs.kind(name)
                  .filter(kind -> told.add(kind + "\n" + name))
                  .ifPresent(
                      kind -> {
                        Check check = check(kind);
                        rows.add(check, check.severity(), file.layer(), path, "");
                      });
            });
  }

  static boolean isProgram(FoundFile file) {
    return (file.mode() & 0111) != 0 && file.type() != FoundFile.Type.ARCHIVE;
  }

  /** Whether it lies where programs are looked for, or in the like folder of something in /opt. */
  static boolean onPath(String path) {
    int slash = path.lastIndexOf('/') + 1;
    for (String folder : FOLDERS) {
      if (slash == folder.length() && path.startsWith(folder)) return true;
    }
    if (path.contains("/site-packages/")) return false;
    boolean own =
        path.startsWith("/opt/")
            || path.startsWith("/usr/local/")
            || path.startsWith("/usr/lib/jvm/");
    return own && path.startsWith("/bin/", slash - 5);
  }

  static Check check(Programs.Kind kind) {
    return switch (kind) {
      case SHELL -> ToolChecks.SHELL;
      case PACKAGE_MANAGER -> ToolChecks.PACKAGE_MANAGER;
      case COMPILER -> ToolChecks.COMPILER;
      case DEBUGGER -> ToolChecks.DEBUGGER;
      case NETWORK_TOOL -> ToolChecks.NETWORK_TOOL;
      case ATTACK_TOOL -> ToolChecks.ATTACK_TOOL;
      case LOGIN_SERVICE -> ToolChecks.LOGIN_SERVICE;
    };
  }
}
