package io.breakwater.inventory;

import io.breakwater.inventory.internal.binary.ElfLinks;
import io.breakwater.inventory.internal.binary.Linkage;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the programs, libraries and scripts of one layer need to run, and the links that
 * lead to such, and packs it. Nobody unpacks it before it is asked for.
 */
final class LinkFacts {
  private static final int MOST = 50_000;
  private static final int MOST_CHARACTERS = 8_000_000;
  private static final int LONGEST = 1_024;
  private static final int EXECUTABLE = 2;
  private static final int SHARED = 3;

  private final Map<String, Seen> seen = new HashMap<>();
  private int characters;
  private boolean full;

  /** The file whose content was asked for. */
  private @Nullable Seen awaited;

  /** A fact, and where in the layer it came. */
  private record Seen(RunFacts fact, int position) {}

  /** What was packed. */
  record Unpacked(List<RunFacts> facts, boolean complete) {}

  /**
   * A file of the layer.
   *
   * @return whether its content is wanted
   */
  boolean file(FileEntry entry, Head head, int position) {
    gone(entry.path());
    if (head.isElf()) return isLinked(head) && awaited(unread(entry), position);
    if (head.startsWith('P', 'K', 3, 4)) {
      boolean jar = entry.path().endsWith(".jar") || entry.path().endsWith(".war");
      return jar && awaited(new RunFacts.Archive(entry.absolutePath(), List.of(), false), position);
    }
    if (!head.startsWith('#', '!')) return false;
    String line = ScriptText.interpreter(head);
    var script = new RunFacts.Script(entry.absolutePath(), line, List.of(), false);
    put(entry.path(), new Seen(script, position), line.length());
    return ScriptText.isRead(entry) && awaited(script, position);
  }

  private boolean awaited(RunFacts fact, int position) {
    awaited = new Seen(fact, position);
    return true;
  }

  /** A program whose content nobody could read. */
  private static RunFacts unread(FileEntry entry) {
    return new RunFacts.Binary(entry.absolutePath(), Linkage.UNREAD);
  }

  private static boolean isLinked(Head head) {
    if (head.length() < 64) return false;
    int type = head.bytes()[head.offset() + (head.bytes()[head.offset() + 5] == 2 ? 17 : 16)];
    return type == EXECUTABLE || type == SHARED;
  }

  /** The content that was wanted. What is wrong with it makes the file one that nobody read. */
  void content(FileEntry entry, Content content) {
    Seen file = awaited;
    if (file == null || entry.type() != EntryType.FILE) return;
    awaited = null;
    if (!file.fact().path().equals(entry.absolutePath())) return;
    RunFacts fact = file.fact();
    try {
      fact = read(fact, content);
    } catch (IOException e) {
      // A file that is cut or forged: nobody knows what it needs, and so it counts as unread.
    } finally {
      put(entry.path(), new Seen(fact, file.position()), characters(fact));
    }
  }

  private static RunFacts read(RunFacts unread, Content content) throws IOException {
    return switch (unread) {
      case RunFacts.Binary binary ->
          new RunFacts.Binary(binary.path(), ElfLinks.read(content).orElse(Linkage.UNREAD));
      case RunFacts.Script script ->
          new RunFacts.Script(script.path(), script.interpreter(), ScriptText.words(content), true);
      case RunFacts.Archive jar -> {
        Optional<List<String>> path = JarHead.classPath(content);
        yield new RunFacts.Archive(jar.path(), path.orElse(List.of()), path.isPresent());
      }
      case RunFacts.Link link -> link;
    };
  }

  /** How much text was read, beside the path and what stands in the head. */
  private static int characters(RunFacts fact) {
    return switch (fact) {
      case RunFacts.Binary binary -> binary.linkage().characters();
      case RunFacts.Script script -> characters(script.words());
      case RunFacts.Archive jar -> characters(jar.classPath());
      case RunFacts.Link _ -> 0;
    };
  }

  private static int characters(List<String> words) {
    int sum = 0;
    for (String word : words) sum += word.length() + 1;
    return sum;
  }

  /** Another name of a file of the layer. */
  void link(FileEntry entry, int position) {
    gone(entry.path());
    Seen target = seen.get(entry.linkTarget());
    if (target == null) return;
    String path = entry.absolutePath();
    RunFacts fact =
        switch (target.fact()) {
          case RunFacts.Binary binary -> new RunFacts.Binary(path, binary.linkage());
          case RunFacts.Script script ->
              new RunFacts.Script(path, script.interpreter(), script.words(), script.read());
          case RunFacts.Archive jar -> new RunFacts.Archive(path, jar.classPath(), jar.read());
          case RunFacts.Link link -> new RunFacts.Link(path, link.target());
        };
    put(entry.path(), new Seen(fact, position), 0);
  }

  /** A symbolic link of the layer. */
  void symlink(FileEntry entry, int position) {
    gone(entry.path());
    String target = entry.linkTarget();
    if (entry.type() != EntryType.SYMLINK || target.length() > LONGEST) return;
    if (!leadsToPrograms(entry.path())) return;
    var link = new RunFacts.Link(entry.absolutePath(), target);
    put(entry.path(), new Seen(link, position), target.length());
  }

  /** Links of programs and libraries, and those that stand for whole directories of them. */
  private static boolean leadsToPrograms(String path) {
    int last = path.lastIndexOf('/');
    int above = last < 0 ? -1 : path.lastIndexOf('/', last - 1);
    if (above < 0 || path.lastIndexOf('/', above - 1) < 0) return true; // three parts at most
    String folder = path.substring(above + 1, last);
    return switch (folder) {
      case "bin", ".bin", "sbin", "jvm" -> true;
      default -> path.indexOf(".so", last) > 0;
    };
  }

  /** Something else takes the place of what had this path. */
  void gone(String path) {
    if (!seen.isEmpty()) seen.remove(path);
  }

  private void put(String path, Seen fact, int length) {
    characters += path.length() + length;
    if (seen.size() >= MOST || characters > MOST_CHARACTERS) {
      full = true;
      return;
    }
    seen.put(path, fact);
  }

  /**
   * Packs them.
   *
   * @param survives whether a path that came at a position is still there at the end of the layer
   */
  byte[] pack(BiPredicate<String, Integer> survives) {
    var facts = new ArrayList<RunFacts>(seen.size());
    seen.forEach(
        (path, one) -> {
          if (survives.test(path, one.position())) facts.add(one.fact());
        });
    facts.sort((a, b) -> a.path().compareTo(b.path()));
    return LinkPack.pack(facts, !full);
  }

  /**
   * Unpacks them.
   *
   * @throws CorruptFactsException when the bytes are none of {@link #pack}
   */
  static Unpacked unpack(byte[] packed) {
    Optional<Unpacked> unpacked = LinkPack.unpack(packed);
    return unpacked.orElseThrow(
        () -> new CorruptFactsException(new IllegalArgumentException("links")));
  }
}
