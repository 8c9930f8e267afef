package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.Subject;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files and links of an image, found by path as the kernel would. */
final class ImageFiles {
  private static final int MOST_LINKS = 16;
  private static final Set<String> PACKAGES = Set.of("deb", "rpm", "apk", "alpm");

  private final Subject subject;
  private final List<FoundFile> files;
  private final Map<String, FoundFile> byPath = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final boolean packaged;

  ImageFiles(Subject subject, List<Seen> facts) {
    this.subject = subject;
    this.files = subject.files();
    for (FoundFile file : files) byPath.put(file.path(), file);
    this.packaged = subject.components().stream().map(Component::type).anyMatch(PACKAGES::contains);
    for (Seen seen : facts) {
      if (seen.standing() != Finding.Standing.PRESENT) continue;
      String path = "/" + seen.sighting().path();
      switch (seen.sighting().check()) {
        case Fact.LINK -> links.put(path, seen.sighting().part());
        case Fact.WRITABLE_DIRECTORY -> open.add(path);
        case Fact.TIGHT_DIRECTORY -> open.remove(path);
        default -> {}
      }
    }
  }

  Subject subject() {
    return subject;
  }

  List<FoundFile> list() {
    return files;
  }

  /** Whether a package manager of a distribution keeps books of the files. */
  boolean packaged() {
    return packaged;
  }

  /** Whether everybody may write into a directory. */
  boolean isOpen(String directory) {
    return open.contains(resolve(trimmed(directory)));
  }

  private static String trimmed(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') end--;
    return path.substring(0, end);
  }

  /** The program that a word means. */
  Optional<FoundFile> program(String word) {
    if (word.isEmpty()) return Optional.empty();
    if (word.startsWith("/")) return Optional.ofNullable(byPath.get(resolve(word)));
    if (word.indexOf('/') >= 0) {
      String directory = subject.image().settings().workingDirectory();
      String start = word.startsWith("./") ? word.substring(2) : word;
      return Optional.ofNullable(byPath.get(resolve(trimmed("/" + directory) + "/" + start)));
    }
    for (String directory : path()) {
      FoundFile file = byPath.get(resolve(directory + "/" + word));
      if (file != null) return Optional.of(file);
    }
    return Optional.empty();
  }

  /** The directories of PATH that name one. */
  private List<String> path() {
    String value =
        variable("PATH").orElse("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    var directories = new ArrayList<String>();
    for (String entry : value.split(":", 64))
      if (entry.startsWith("/")) directories.add(trimmed(entry));
    return directories;
  }

  /** The value of a variable of the image's configuration. */
  Optional<String> variable(String name) {
    Optional<String> value = Optional.empty();
    for (String line : subject.configuration().object("config").texts("Env")) {
      if (line.startsWith(name + "=")) value = Optional.of(line.substring(name.length() + 1));
    }
    return value;
  }

  /** The links to files that can be run, by their paths. */
  Map<String, FoundFile> links() {
    var out = new java.util.TreeMap<String, FoundFile>();
    for (String link : links.keySet()) {
      FoundFile file = byPath.get(resolve(link));
      if (file != null && (file.mode() & 0111) != 0) out.put(link, file);
    }
    return out;
  }

  /** Follows links, of the file and of the directories above it. */
  String resolve(String path) {
    String at = path.replace("//", "/");
    for (int i = 0; i < MOST_LINKS; i++) {
      String next = step(at);
      if (next.equals(at)) return at;
      at = next;
    }
    return at;
  }

  private String step(String path) {
    for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
      String target = links.get(path.substring(0, end));
      if (target != null) return joined(path.substring(0, end), target) + path.substring(end);
    }
    String target = links.get(path);
    return target == null ? path : joined(path, target);
  }

  private static String joined(String link, String target) {
    var parts = new ArrayList<String>();
    String parent = link.substring(0, link.lastIndexOf('/'));
    String whole = target.startsWith("/") ? target : parent + "/" + target;
    for (String part : whole.split("/", 256)) {
      if (part.isEmpty() || part.equals(".")) continue;
      if (!part.equals("..")) parts.add(part);
      else if (!parts.isEmpty()) parts.removeLast();
    }
    return "/" + String.join("/", parts);
  }
}
