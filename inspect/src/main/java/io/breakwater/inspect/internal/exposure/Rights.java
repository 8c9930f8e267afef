package io.breakwater.inspect.internal.exposure;

import io.breakwater.model.FoundFile;
import io.breakwater.model.Severity;
import io.breakwater.oci.Capabilities;
import java.util.Set;

/** Judges files that run with more rights than whoever starts them, and those of nobody. */
final class Rights {
  /** chown, dac_override, dac_read_search, fowner, setgid, setuid, setpcap. */
  private static final long POWERFUL =
      bits(0, 1, 2, 3, 6, 7, 8)
          // sys_module, sys_rawio, sys_ptrace, sys_admin, mknod, setfcap, bpf
          | bits(16, 17, 19, 21, 27, 31, 39);

  private static final long BIND_SERVICE = bits(10);

  private static final Set<String> SYSTEM = Set.of("/bin", "/sbin", "/usr/bin", "/usr/sbin");

  private Rights() {}

  static void judge(ImageFiles image, Rows rows) {
    for (FoundFile file : image.list()) {
      if (file.privileged() && (file.mode() & 0111) != 0) privileged(image, file, rows);
      else if (image.packaged()) unowned(image, file, rows);
    }
  }

  private static void privileged(ImageFiles image, FoundFile file, Rows rows) {
    String name = ProgramNames.plain(file.path());
    boolean owned = isOwned(image, file);
    boolean root = file.setuid() && file.uid() == 0;
    boolean powerful = (file.capabilities() & POWERFUL) != 0;
    String rights = rights(file);
    if ((root || powerful) && Programs.escapes(name) && !(owned && Programs.isShipped(name))) {
      rows.add(RightsChecks.ESCAPE, Severity.HIGH, file.layer(), file.path(), rights);
      return;
    }
    boolean usual = owned && Programs.isShipped(name);
    if (file.setuid() || file.setgid()) {
      Severity severity = usual ? Severity.LOW : owned || !root ? Severity.MEDIUM : Severity.HIGH;
      // A group of its own, such as a game's or a mail spool's.
      if (owned && !file.setuid() && file.gid() != 0) severity = Severity.LOW;
      rows.add(RightsChecks.SETUID, severity, file.layer(), file.path(), rights);
    }
    if (file.capabilities() != 0) {
      boolean harmless = (file.capabilities() & ~BIND_SERVICE) == 0;
      Severity severity =
          usual || harmless ? Severity.LOW : powerful ? Severity.HIGH : Severity.MEDIUM;
      rows.add(RightsChecks.CAPABILITIES, severity, file.layer(), file.path(), rights);
    }
  }

  private static String rights(FoundFile file) {
    String mode = "mode %04o, %d:%d".formatted(file.mode() & 07777, file.uid(), file.gid());
    if (file.capabilities() == 0) return mode;
    return mode + ", " + String.join("+", Capabilities.names(file.capabilities()));
  }

  private static void unowned(ImageFiles image, FoundFile file, Rows rows) {
    int slash = file.path().lastIndexOf('/');
    if (slash <= 0 || !SYSTEM.contains(file.path().substring(0, slash))) return;
    if (file.type() == FoundFile.Type.OTHER || (file.mode() & 0111) == 0) return;
    if (isOwned(image, file)) return;
    Severity severity = file.type() == FoundFile.Type.ELF ? Severity.MEDIUM : Severity.LOW;
    rows.add(RightsChecks.UNOWNED, severity, file.layer(), file.path(), file.type().id());
  }

  static boolean isOwned(ImageFiles image, FoundFile file) {
    return file.owner().isPresent() || image.subject().owner(file.path()).isPresent();
  }

  private static long bits(int... numbers) {
    long set = 0;
    for (int number : numbers) set |= 1L << number;
    return set;
  }
}
