package io.breakwater.inventory;

import io.breakwater.model.NotAnalysed;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Presence;
import io.breakwater.model.Scope;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The layout of {@link LayerFacts} in bytes: a magic number, a version, and arrays of numbers each
 * after its length, big-endian. Text is an index into one table of strings; a record is a row of a
 * fixed number of ints.
 *
 * @param stringEnds where each string ends in {@code stringBytes}, UTF-8
 * @param directoryHashes the directories that files with facts lie in, and all above them
 * @param files rows of {@value #FILE_WIDTH}
 * @param packages rows of {@value #PACKAGE_WIDTH}
 * @param lists strings of licences, qualifiers, dependencies, hashes, CPE names and provided names
 * @param layerNotes how many rows of {@code notes}, from the first, are of the layer itself
 * @param notes rows of inner path, reason, detail
 * @param systems rows of id, version, name, programme of support
 * @param licences rows of file, package name, from where in the lists, and how many
 * @param owners rows of file and name
 * @param executables what {@link FileFacts} packs
 * @param links what {@link LinkFacts} packs
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are this record's own, and never changed
record FactsLayout(
    int[] stringEnds,
    byte[] stringBytes,
    long[] directoryHashes,
    int[] directoryParents,
    long[] fileHashes,
    long[] fileOwnedHashes,
    int[] files,
    long[] identities,
    int[] packages,
    int[] lists,
    int layerNotes,
    int[] notes,
    int[] systems,
    int[] licences,
    int[] owners,
    byte[] executables,
    byte[] links,
    HashIndex owned,
    HashIndex paths) {

  static final int FILE_WIDTH = 7;
  static final int FILE_PATH = 0;
  static final int FILE_DIRECTORY = 1;
  static final int FILE_PACKAGES = 2;
  static final int FILE_PACKAGE_COUNT = 3;
  static final int FILE_NOTES = 4;
  static final int FILE_NOTE_COUNT = 5;

  /** Which system it tells of, or -1. */
  static final int FILE_SYSTEM = 6;

  static final int SYSTEM_WIDTH = 4;

  static final int PACKAGE_WIDTH = 26;
  static final int PACKAGE_ANALYSER = 0;
  static final int PACKAGE_TYPE = 1;
  static final int PACKAGE_NAMESPACE = 2;
  static final int PACKAGE_PURL_NAME = 3;
  static final int PACKAGE_PURL_VERSION = 4;
  static final int PACKAGE_SUBPATH = 5;
  static final int PACKAGE_NAME = 6;
  static final int PACKAGE_VERSION = 7;
  static final int PACKAGE_SOURCE = 8;
  static final int PACKAGE_SOURCE_VERSION = 9;
  static final int PACKAGE_INNER = 10;
  static final int PACKAGE_SAYS = 11;

  /** From where in the lists, and at the next place how many; so too for all up to the line. */
  static final int PACKAGE_LICENCES = 12;

  static final int PACKAGE_QUALIFIERS = 14;
  static final int PACKAGE_DEPENDENCIES = 16;
  static final int PACKAGE_HASHES = 18;
  static final int PACKAGE_CPES = 20;
  static final int PACKAGE_PROVIDES = 22;
  static final int PACKAGE_LINE = 24;

  /** Presence and scope in one number. */
  static final int PACKAGE_STATE = 25;

  /** How many of the lowest bits of an owned path's hash name the owner. */
  static final int OWNER_BITS = 20;

  static final List<NotAnalysed.Reason> REASONS = List.of(NotAnalysed.Reason.values());

  private static final List<Presence> PRESENCES = List.of(Presence.values());
  private static final List<Scope> SCOPES = List.of(Scope.values());

  private static final int MAGIC = 0x42574C46; // BWLF

  int file(int file, int field) {
    return files[FILE_WIDTH * file + field];
  }

  int pkg(int pkg, int field) {
    return packages[PACKAGE_WIDTH * pkg + field];
  }

  static int state(PackageTraits traits) {
    return PRESENCES.indexOf(traits.presence()) * SCOPES.size() + SCOPES.indexOf(traits.scope());
  }

  static Presence presence(int state) {
    return PRESENCES.get(state / SCOPES.size());
  }

  static Scope scope(int state) {
    return SCOPES.get(state % SCOPES.size());
  }

  byte[] write() {
    long size = 16L + 4L * 22 + stringBytes.length + executables.length + links.length;
    for (int[] ints : List.of(stringEnds, directoryParents, files, packages, lists, notes)) {
      size += 4L * ints.length;
    }
    size += 4L * (systems.length + licences.length + owners.length);
    size += 4L * (owned.starts().length + paths.starts().length);
    for (long[] longs : List.of(directoryHashes, fileHashes, fileOwnedHashes, identities)) {
      size += 8L * longs.length;
    }
    size += 8L * (owned.size() + paths.size());
    var out = ByteBuffer.allocate(Math.toIntExact(size));
    out.putInt(MAGIC).putInt(LayerFacts.VERSION).putInt(layerNotes);
    put(out, stringEnds);
    out.putInt(stringBytes.length).put(stringBytes);
    put(out, directoryHashes);
    put(out, directoryParents);
    put(out, fileHashes);
    put(out, fileOwnedHashes);
    put(out, files);
    put(out, identities);
    put(out, packages);
    put(out, lists);
    put(out, notes);
    put(out, systems);
    put(out, licences);
    put(out, owners);
    out.putInt(executables.length).put(executables);
    out.putInt(links.length).put(links);
    put(out, owned.sorted());
    put(out, owned.starts());
    put(out, paths.sorted());
    put(out, paths.starts());
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  /** Empty when the bytes are not such a layout, whole and consistent. */
  static Optional<FactsLayout> read(byte[] bytes) {
    try {
      var in = ByteBuffer.wrap(bytes);
      if (in.getInt() != MAGIC || in.getInt() != LayerFacts.VERSION) return Optional.empty();
      int layerNotes = in.getInt();
      var layout =
          new FactsLayout(
              ints(in),
              bytes(in),
              longs(in),
              ints(in),
              longs(in),
              longs(in),
              ints(in),
              longs(in),
              ints(in),
              ints(in),
              layerNotes,
              ints(in),
              ints(in),
              ints(in),
              ints(in),
              bytes(in),
              bytes(in),
              HashIndex.ofParts(OWNER_BITS, longs(in), ints(in)),
              HashIndex.ofParts(PathHash.FREE_BITS, longs(in), ints(in)));
      return !in.hasRemaining() && layout.consistent() ? Optional.of(layout) : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean consistent() {
    int end = 0;
    for (int next : stringEnds) {
      if (next < end) return false;
      end = next;
    }
    boolean sizes =
        end == stringBytes.length
            && directoryParents.length == directoryHashes.length
            && fileOwnedHashes.length == fileHashes.length
            && files.length == (long) FILE_WIDTH * fileHashes.length
            && packages.length == (long) PACKAGE_WIDTH * identities.length
            && notes.length % 3 == 0
            && systems.length % SYSTEM_WIDTH == 0
            && licences.length % 4 == 0
            && owners.length % 2 == 0
            && within(0, layerNotes, notes.length / 3);
    return sizes
        && treeIsConsistent()
        && filesAreConsistent()
        && packagesAreConsistent()
        && areStrings(lists)
        && areStrings(systems)
        && notesAreConsistent()
        && rowsOfFilesAreConsistent();
  }

  private boolean treeIsConsistent() {
    for (int i = 0; i < directoryParents.length; i++) {
      int parent = directoryParents[i];
      if (parent < 0 || (i == 0 ? parent != 0 : parent >= i)) return false;
    }
    return true;
  }

  private boolean filesAreConsistent() {
    for (int i = 0; i < files.length; i += FILE_WIDTH) {
      int directory = files[i + FILE_DIRECTORY];
      int system = files[i + FILE_SYSTEM];
      if (!isString(files[i + FILE_PATH])
          || directory < 0
          || directory >= directoryHashes.length
          || system < -1
          || system >= systems.length / SYSTEM_WIDTH
          || !within(files[i + FILE_PACKAGES], files[i + FILE_PACKAGE_COUNT], identities.length)
          || !within(files[i + FILE_NOTES], files[i + FILE_NOTE_COUNT], notes.length / 3)) {
        return false;
      }
    }
    return true;
  }

  private boolean packagesAreConsistent() {
    for (int i = 0; i < packages.length; i += PACKAGE_WIDTH) {
      for (int field = 0; field < PACKAGE_LICENCES; field++) {
        if (!isString(packages[i + field])) return false;
      }
      for (int field = PACKAGE_LICENCES; field < PACKAGE_LINE; field += 2) {
        if (!within(packages[i + field], packages[i + field + 1], lists.length)) return false;
      }
      int state = packages[i + PACKAGE_STATE];
      if (packages[i + PACKAGE_LINE] < 0) return false;
      if (state < 0 || state >= PRESENCES.size() * SCOPES.size()) return false;
    }
    return true;
  }

  private boolean notesAreConsistent() {
    for (int i = 0; i < notes.length; i += 3) {
      int reason = notes[i + 1];
      if (!isString(notes[i]) || !isString(notes[i + 2])) return false;
      if (reason < 0 || reason >= REASONS.size()) return false;
    }
    return true;
  }

  private boolean rowsOfFilesAreConsistent() {
    for (int i = 0; i < owners.length; i += 2) {
      if (!isFile(owners[i]) || !isString(owners[i + 1])) return false;
    }
    for (int i = 0; i < licences.length; i += 4) {
      if (!isFile(licences[i]) || !isString(licences[i + 1])) return false;
      if (!within(licences[i + 2], licences[i + 3], lists.length)) return false;
    }
    return true;
  }

  private boolean areStrings(int[] ids) {
    for (int id : ids) {
      if (!isString(id)) return false;
    }
    return true;
  }

  private boolean isFile(int file) {
    return file >= 0 && file < fileHashes.length;
  }

  private boolean isString(int id) {
    return id >= 0 && id < stringEnds.length;
  }

  private static boolean within(int from, int count, int size) {
    return from >= 0 && count >= 0 && from <= size - count;
  }

  private static void put(ByteBuffer out, int[] values) {
    out.putInt(values.length);
    out.asIntBuffer().put(values);
    out.position(out.position() + 4 * values.length);
  }

  private static void put(ByteBuffer out, long[] values) {
    out.putInt(values.length);
    out.asLongBuffer().put(values);
    out.position(out.position() + 8 * values.length);
  }

  private static int[] ints(ByteBuffer in) {
    int[] values = new int[length(in, 4)];
    in.asIntBuffer().get(values);
    in.position(in.position() + 4 * values.length);
    return values;
  }

  private static long[] longs(ByteBuffer in) {
    long[] values = new long[length(in, 8)];
    in.asLongBuffer().get(values);
    in.position(in.position() + 8 * values.length);
    return values;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] values = new byte[length(in, 1)];
    in.get(values);
    return values;
  }

  /** The length of an array that the rest of the bytes can hold. */
  private static int length(ByteBuffer in, int width) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / width) throw new BufferUnderflowException();
    return count;
  }
}
