package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sees in one layer what the judge needs: modes, links, files of known names, ELF headers. */
final class LayerFacts implements FileInspector {
  private static final int MOST_TEXT = 256 << 10;

  @Override
  public String name() {
    return "exposure";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void entry(FileEntry entry, Head head, Sightings out) {
    switch (entry.type()) {
      case DIRECTORY -> directory(entry, out);
      case SYMLINK -> link(entry, out);
      case FILE, SPECIAL -> {
        if (entry.type() == EntryType.FILE && (entry.mode() & 02) != 0) writable(entry, head, out);
        Place place = Place.of(entry, head);
        Check check = place == null ? null : byName(place);
        if (place != null && check != null) {
          out.add(Fact.sighting(check, check.severity(), entry.path(), 0, "", ""));
        }
        if (place == Place.SUDOERS && (entry.mode() & 022) != 0) {
          Check sudoers = AccountChecks.SUDOERS_WRITABLE;
          out.add(Fact.sighting(sudoers, sudoers.severity(), entry.path(), 0, "", mode(entry)));
        }
      }
      case HARD_LINK, WHITEOUT, OPAQUE -> {}
    }
  }

  /** What the name alone says. */
  private static @Nullable Check byName(Place place) {
    return switch (place) {
      case HOST_KEY -> AccountChecks.SSH_HOST_KEY;
      case SOCKET -> LeftoverChecks.SOCKET;
      case KUBELET -> LeftoverChecks.KUBELET;
      case CORE -> LeftoverChecks.CORE_DUMP;
      case BACKUP -> LeftoverChecks.BACKUP;
      case SQL -> LeftoverChecks.DATABASE_DUMP;
      case REPOSITORY -> LeftoverChecks.REPOSITORY;
      case CI -> LeftoverChecks.CI_FILE;
      case BUILD_FILE -> LeftoverChecks.BUILD_FILE;
      case HISTORY -> LeftoverChecks.HISTORY;
      case SHADOW,
          GROUP_SHADOW,
          PASSWD,
          SUDOERS,
          SSHD,
          AUTHORIZED_KEYS,
          CRON,
          UNIT,
          PRELOAD_FILE,
          PROFILE,
          INDEX ->
          null;
    };
  }

  private static void directory(FileEntry entry, Sightings out) {
    String path = entry.path();
    boolean open = (entry.mode() & 02) != 0 && (entry.mode() & 01000) == 0;
    if (open) {
      if (!shared(path)) out.add(fact(Fact.WRITABLE_DIRECTORY, path, "", mode(entry)));
    } else if (mayHaveBeenOpen(path)) {
      out.add(fact(Fact.TIGHT_DIRECTORY, path, "", ""));
    }
  }

  /** Applications' folders near the root: those of distributions are never open. */
  private static boolean mayHaveBeenOpen(String path) {
    int depth = 0;
    for (int i = 0; i < path.length(); i++) if (path.charAt(i) == '/') depth++;
    if (depth > 4 || path.isEmpty()) return false;
    boolean system = path.startsWith("usr/") && !path.startsWith("usr/local/");
    return !system
        && !path.startsWith("lib")
        && !path.startsWith("var/lib/dpkg")
        && !path.startsWith("proc")
        && !path.startsWith("sys")
        && !Place.library(path);
  }

  private static void writable(FileEntry entry, Head head, Sightings out) {
    if (shared(entry.path())) return;
    boolean code = entry.executable() || head.isElf() || head.startsWith('#', '!');
    out.add(fact(Fact.WRITABLE_FILE, entry.path(), code ? "x" : "", mode(entry)));
  }

  private static boolean shared(String path) {
    return path.equals("tmp")
        || path.startsWith("tmp/")
        || path.startsWith("var/tmp")
        || path.startsWith("dev/")
        || path.startsWith("proc/")
        || path.startsWith("sys/")
        || path.equals("run/lock")
        || path.equals("var/lock");
  }

  private static void link(FileEntry entry, Sightings out) {
    String path = entry.path();
    int slash = path.lastIndexOf('/');
    boolean known =
        slash < 0
            || path.startsWith("bin/")
            || path.startsWith("sbin/")
            || path.startsWith("etc/alternatives/")
            || (path.startsWith("opt/") && path.indexOf('/', 4) < 0)
            || (path.startsWith("usr/") && path.startsWith("bin", slash - 3));
    if (known) out.add(fact(Fact.LINK, path, entry.linkTarget(), ""));
  }

  private static Sighting fact(String id, String path, String part, String evidence) {
    return new Sighting(id, path, 0, Confidence.HIGH, part, evidence);
  }

  private static String mode(FileEntry entry) {
    return "mode %04o, %d:%d".formatted(entry.mode() & 07777, entry.uid(), entry.gid());
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    if (head.isElf()) return head.length() > 17 && !file.path().endsWith(".o");
    Place place = Place.of(file, head);
    return place != null && place.read();
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    byte[] magic = file.window(0, 4);
    if (magic.length == 4 && magic[0] == 0x7f && magic[1] == 'E') {
      elf(file, out);
      return;
    }
    Place place = Place.of(file.entry(), Head.EMPTY);
    if (place == null || !place.read()) return;
    String text = new String(file.window(0, MOST_TEXT), StandardCharsets.UTF_8);
    String path = file.path();
    switch (place) {
      case SHADOW, PASSWD, GROUP_SHADOW -> Accounts.read(place, path, text, out);
      case SUDOERS -> Sudoers.read(path, text, out);
      case SSHD -> Settings.sshd(path, text, out);
      case AUTHORIZED_KEYS -> Settings.authorizedKeys(path, text, out);
      case CRON -> Settings.job(StartChecks.CRON, path, text, out);
      case UNIT -> Settings.job(StartChecks.UNIT, path, text, out);
      case PRELOAD_FILE -> Settings.preloadFile(path, text, out);
      case PROFILE -> Settings.profile(path, text, out);
      case INDEX -> Settings.packageIndex(path, text, out);
      default -> {}
    }
  }

  private static void elf(InspectedFile file, Sightings out) throws IOException {
    var read = Elf.read(file.content());
    if (read.isEmpty()) return;
    Elf elf = read.get();
    if (elf.hasRpath() && Rpath.notable(elf.rpath())) {
      out.add(fact(Fact.RPATH, file.path(), "", elf.rpath()));
    }
    String lacks = elf.lacks();
    if (elf.program() && !lacks.isEmpty()) out.add(fact(Fact.ELF, file.path(), "", lacks));
  }
}
