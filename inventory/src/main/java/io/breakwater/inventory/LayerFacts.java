package io.breakwater.inventory;

import io.breakwater.model.Digest;
import io.breakwater.model.FoundFile;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Presence;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one layer, whatever lies under or over it. It is a view of the bytes that the
 * cache keeps: numbers are copied out in bulk, text and packages are made when somebody asks, so
 * that a layer with sixty thousand owned paths opens in about a millisecond, also before anything
 * is compiled.
 *
 * <p>Files, packages and directories go by their index. Not safe for use by several threads.
 */
final class LayerFacts {
  /** Counted up whenever the layout of the bytes changes, or what a number in them means. */
  static final int VERSION = 6;

  private static final int INSTALLED = FactsLayout.state(PackageTraits.INSTALLED);

  private final FactsLayout layout;
  private final @Nullable String[] strings;

  private LayerFacts(FactsLayout layout) {
    this.layout = layout;
    this.strings = new String[layout.stringEnds().length];
  }

  /** The facts that these bytes hold; empty when they hold none, or of another version. */
  static Optional<LayerFacts> open(byte[] bytes) {
    return FactsLayout.read(bytes).map(LayerFacts::new);
  }

  /** What the layer says about paths: see {@link PathKind}. */
  HashIndex paths() {
    return layout.paths();
  }

  int directories() {
    return layout.directoryHashes().length;
  }

  long directoryHash(int directory) {
    return layout.directoryHashes()[directory];
  }

  /** The directory above, which has a smaller index; the root, 0, is its own parent. */
  int parent(int directory) {
    return layout.directoryParents()[directory];
  }

  int files() {
    return layout.fileHashes().length;
  }

  /** The path of a file with facts, relative to the root. */
  String path(int file) {
    return string(layout.file(file, FactsLayout.FILE_PATH));
  }

  long pathHash(int file) {
    return layout.fileHashes()[file];
  }

  /** The hash under which its owner is found: of its path with merged directories followed. */
  long ownedHash(int file) {
    return layout.fileOwnedHashes()[file];
  }

  int directory(int file) {
    return layout.file(file, FactsLayout.FILE_DIRECTORY);
  }

  int firstPackage(int file) {
    return layout.file(file, FactsLayout.FILE_PACKAGES);
  }

  int endPackage(int file) {
    return firstPackage(file) + layout.file(file, FactsLayout.FILE_PACKAGE_COUNT);
  }

  int packages() {
    return layout.identities().length;
  }

  /** Equal for equal packages: see {@link SpellingRules}. */
  long identity(int pkg) {
    return layout.identities()[pkg];
  }

  /** The purl's type. */
  String type(int pkg) {
    return text(pkg, FactsLayout.PACKAGE_TYPE);
  }

  /** A package's full name. */
  String name(int pkg) {
    return text(pkg, FactsLayout.PACKAGE_NAME);
  }

  /** A package's version, empty where it is not known. */
  String version(int pkg) {
    return text(pkg, FactsLayout.PACKAGE_VERSION);
  }

  /** Whether a lock file or manifest names it. */
  boolean isDeclared(int pkg) {
    int state = layout.pkg(pkg, FactsLayout.PACKAGE_STATE);
    return FactsLayout.presence(state) == Presence.DECLARED;
  }

  /** The analyser that found it. */
  String analyser(int pkg) {
    return text(pkg, FactsLayout.PACKAGE_ANALYSER);
  }

  /**
   * A package.
   *
   * @param os the distribution that packages of distributions belong to
   * @throws CorruptFactsException when the bytes tell of none
   */
  FoundPackage found(int pkg, OperatingSystem os) {
    try {
      return decoded(pkg, os);
    } catch (IllegalArgumentException e) {
      throw new CorruptFactsException(e);
    }
  }

  private FoundPackage decoded(int pkg, OperatingSystem os) {
    String source = text(pkg, FactsLayout.PACKAGE_SOURCE);
    String sourceVersion = text(pkg, FactsLayout.PACKAGE_SOURCE_VERSION);
    return new FoundPackage(
        purl(pkg, os),
        text(pkg, FactsLayout.PACKAGE_NAME),
        text(pkg, FactsLayout.PACKAGE_VERSION),
        source.isEmpty() ? Optional.empty() : Optional.of(new SourcePackage(source, sourceVersion)),
        listOf(pkg, FactsLayout.PACKAGE_LICENCES),
        text(pkg, FactsLayout.PACKAGE_INNER),
        layout.pkg(pkg, FactsLayout.PACKAGE_LINE),
        text(pkg, FactsLayout.PACKAGE_SAYS),
        traits(pkg),
        listOf(pkg, FactsLayout.PACKAGE_PROVIDES));
  }

  private PackageTraits traits(int pkg) {
    int state = layout.pkg(pkg, FactsLayout.PACKAGE_STATE);
    if (state == INSTALLED
        && layout.pkg(pkg, FactsLayout.PACKAGE_DEPENDENCIES + 1) == 0
        && layout.pkg(pkg, FactsLayout.PACKAGE_HASHES + 1) == 0
        && layout.pkg(pkg, FactsLayout.PACKAGE_CPES + 1) == 0) {
      return PackageTraits.INSTALLED;
    }
    return new PackageTraits(
        FactsLayout.presence(state),
        FactsLayout.scope(state),
        listOf(pkg, FactsLayout.PACKAGE_DEPENDENCIES),
        listOf(pkg, FactsLayout.PACKAGE_HASHES).stream().map(Digest::parse).toList(),
        listOf(pkg, FactsLayout.PACKAGE_CPES));
  }

  private Purl purl(int pkg, OperatingSystem os) {
    String type = type(pkg);
    String namespace = text(pkg, FactsLayout.PACKAGE_NAMESPACE);
    List<String> pairs = listOf(pkg, FactsLayout.PACKAGE_QUALIFIERS);
    SortedMap<String, String> qualifiers = Collections.emptySortedMap();
    // A package that names its distribution or category itself keeps it.
    boolean ofDistribution =
        os.known() && DistributionPackages.isType(type) && namespace.equals("unknown");
    if (!pairs.isEmpty() || ofDistribution) qualifiers = new TreeMap<>();
    for (int i = 0; i + 1 < pairs.size(); i += 2) qualifiers.put(pairs.get(i), pairs.get(i + 1));
    if (ofDistribution) {
      namespace = os.id();
      qualifiers.put("distro", DistributionPackages.qualifier(os));
    }
    return new Purl(
        type,
        optional(namespace),
        text(pkg, FactsLayout.PACKAGE_PURL_NAME),
        optional(text(pkg, FactsLayout.PACKAGE_PURL_VERSION)),
        qualifiers,
        optional(text(pkg, FactsLayout.PACKAGE_SUBPATH)));
  }

  /** The distribution that a file tells of. */
  Optional<OperatingSystem> operatingSystem(int file) {
    int at = layout.file(file, FactsLayout.FILE_SYSTEM);
    if (at < 0) return Optional.empty();
    int[] systems = layout.systems();
    int row = FactsLayout.SYSTEM_WIDTH * at;
    return Optional.of(
        new OperatingSystem(
            string(systems[row]),
            string(systems[row + 1]),
            string(systems[row + 2]),
            string(systems[row + 3])));
  }

  /** What could not be read in a file. */
  List<Note> notes(int file) {
    int count = layout.file(file, FactsLayout.FILE_NOTE_COUNT);
    return count == 0 ? List.of() : notes(layout.file(file, FactsLayout.FILE_NOTES), count);
  }

  /** What could not be read of the layer itself. */
  List<Note> layerNotes() {
    return notes(0, layout.layerNotes());
  }

  private List<Note> notes(int from, int count) {
    var notes = new ArrayList<Note>(count);
    for (int i = 3 * from; i < 3 * (from + count); i += 3) {
      int[] at = layout.notes();
      notes.add(new Note(string(at[i]), FactsLayout.REASONS.get(at[i + 1]), string(at[i + 2])));
    }
    return notes;
  }

  /** Tells the licences of packages whose database does not: of files that are still there. */
  void licences(IntPredicate isPresent, BiConsumer<String, List<String>> receiver) {
    int[] rows = layout.licences();
    for (int i = 0; i < rows.length; i += 4) {
      if (!isPresent.test(rows[i])) continue;
      receiver.accept(string(rows[i + 1]), list(rows[i + 2], rows[i + 3]));
    }
  }

  /** The files that can be run or loaded, unpacked, owners left open. */
  List<FoundFile> executables(int layer, Optional<Digest> diffId) {
    return FileFacts.unpack(layout.executables(), layer, diffId);
  }

  /** What files need to run, unpacked. */
  LinkFacts.Unpacked links() {
    return LinkFacts.unpack(layout.links());
  }

  /** Who owns which path: hashes of paths, tagged with an owner. */
  HashIndex owned() {
    return layout.owned();
  }

  int owners() {
    return layout.owners().length / 2;
  }

  /** The file that says so. */
  int ownerFile(int owner) {
    return layout.owners()[2 * owner];
  }

  /** The owning package, as the file calls it. */
  String ownerName(int owner) {
    return string(layout.owners()[2 * owner + 1]);
  }

  private List<String> listOf(int pkg, int field) {
    int count = layout.pkg(pkg, field + 1);
    return count == 0 ? List.of() : list(layout.pkg(pkg, field), count);
  }

  private List<String> list(int from, int count) {
    var list = new ArrayList<String>(count);
    for (int i = from; i < from + count; i++) list.add(string(layout.lists()[i]));
    return list;
  }

  private String text(int pkg, int field) {
    return string(layout.pkg(pkg, field));
  }

  private String string(int id) {
    String known = strings[id];
    if (known != null) return known;
    int start = id == 0 ? 0 : layout.stringEnds()[id - 1];
    int length = layout.stringEnds()[id] - start;
    String made = new String(layout.stringBytes(), start, length, StandardCharsets.UTF_8);
    strings[id] = made;
    return made;
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /**
   * Something that could not be read.
   *
   * @param where inside the file, or the absolute path for a note of the layer itself
   * @param reason the class of the reason
   * @param detail what exactly
   */
  record Note(String where, NotAnalysed.Reason reason, String detail) {}
}
