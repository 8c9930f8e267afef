package io.breakwater.inventory.reach;

import io.breakwater.inventory.RunFacts;
import io.breakwater.inventory.internal.binary.Linkage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds libraries as the loaders of Linux do. */
final class Libraries {
  private static final List<String> FOLDERS =
      List.of("/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64");

  /** Libraries of the C library itself, which loads modules by rules that are known. */
  private static final List<String> OF_LIBC =
      List.of(
          "ld-",
          "ld64",
          "ld.so",
          "libc.so",
          "libc.musl-",
          "libdl.so",
          "libpthread.so",
          "libm.so",
          "librt.so",
          "libresolv.so",
          "libutil.so",
          "libanl.so",
          "libmvec.so");

  private static final int ELSEWHERE = 1_000;
  private static final String CAPABLE = "/glibc-hwcaps/";

  private final FileTable table;

  Libraries(FileTable table) {
    this.table = table;
  }

  /**
   * What a file gets when it needs a library.
   *
   * @param paths real ones: the library, and those that take its place on some processors; empty
   *     when there is none
   * @param guessed whether another one may be meant, by configuration that nobody reads
   */
  record Found(List<String> paths, boolean guessed) {}

  /**
   * The library that a file gets when it needs one by a name.
   *
   * @param rpath of the program that is running
   */
  Found find(String name, RunFacts.Binary from, String rpath) {
    Linkage linkage = from.linkage();
    if (name.contains("/")) {
      return new Found(isFor(linkage, name) ? List.of(table.real(name)) : List.of(), false);
    }
    String own = linkage.runpath().isEmpty() ? linkage.rpath() + ":" + rpath : linkage.runpath();
    for (String folder : own.split(":", -1)) {
      if (folder.isEmpty()) continue;
      for (String place : expanded(folder, FileTable.folder(from.path()))) {
        if (isFor(linkage, place + "/" + name)) return found(place + "/" + name, name, false);
      }
    }
    return among(candidates(name, linkage), name);
  }

  private Found among(Set<String> candidates, String name) {
    String best = "";
    int usual = 0;
    for (String path : candidates) {
      if (rank(path) < ELSEWHERE) usual++;
      if (best.isEmpty() || rank(path) < rank(best)) best = path;
    }
    if (best.isEmpty()) return new Found(List.of(), false);
    return found(best, name, usual == 0 ? candidates.size() > 1 : usual > 1);
  }

  /** All that have this name or are called so by themselves, by their real paths. */
  private Set<String> candidates(String name, Linkage linkage) {
    var candidates = new TreeSet<String>();
    for (RunFacts.Binary library : table.libraries(name)) {
      boolean fits = library.linkage().machine() == linkage.machine();
      if (fits && !library.path().contains(CAPABLE)) candidates.add(table.real(library.path()));
    }
    for (String folder : FOLDERS) { // a link may have the name that no file has
      String path = folder + "/" + name;
      if (candidates.isEmpty() && isFor(linkage, path)) candidates.add(table.real(path));
    }
    return candidates;
  }

  private Found found(String path, String name, boolean guessed) {
    var all = new ArrayList<String>();
    all.add(table.real(path));
    String inFolder = FileTable.folder(table.real(path)) + CAPABLE;
    for (RunFacts.Binary library : table.libraries(name)) {
      String real = table.real(library.path());
      if (real.startsWith(inFolder)) all.add(real);
    }
    return new Found(all, guessed);
  }

  /** How early the loader of Linux searches a library's folder. */
  private static int rank(String path) {
    String folder = FileTable.folder(path);
    if (folder.contains("-linux-") && FOLDERS.contains(FileTable.folder(folder))) return 0;
    int usual = FOLDERS.indexOf(folder);
    return usual < 0 ? ELSEWHERE + path.length() : 1 + usual;
  }

  private boolean isFor(Linkage linkage, String path) {
    return table.at(path) instanceof RunFacts.Binary found
        && found.linkage().machine() == linkage.machine();
  }

  private static List<String> expanded(String folder, String origin) {
    String path = folder.replace("${ORIGIN}", origin).replace("$ORIGIN", origin);
    if (!path.contains("$")) return List.of(path);
    var all = new ArrayList<String>();
    for (String lib : List.of("lib", "lib64")) {
      all.add(path.replace("${LIB}", lib).replace("$LIB", lib));
    }
    return all;
  }

  /** Whether a library belongs to the C library. */
  static boolean isOfLibc(String path) {
    String name = FileTable.name(path);
    for (String start : OF_LIBC) if (name.startsWith(start)) return true;
    return name.equals("libc-2") || (name.startsWith("libc-2.") && name.endsWith(".so"));
  }

  /** Whether the C library may load a library without anybody who asks for it. */
  static boolean mayLibcLoad(String path) {
    String name = FileTable.name(path);
    return name.startsWith("libnss_")
        || name.startsWith("libgcc_s.so")
        || path.contains("/gconv/")
        || name.startsWith("libnsl");
  }
}
