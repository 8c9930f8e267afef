package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A package's header as rpm keeps it, big-endian on every machine: the number of entries, the
 * length of the data, the entries of tag, type, offset and count, the data. An entry that comes
 * later replaces one of the same tag: rpm appends what it adds at installation.
 */
final class RpmHeader {
  static final int SIGNATURE_PGP = 259;
  static final int SIGNATURE_GPG = 262;
  static final int SIGNATURE_DSA = 267;
  static final int SIGNATURE_RSA = 268;
  static final int NAME = 1000;
  static final int VERSION = 1001;
  static final int RELEASE = 1002;
  static final int EPOCH = 1003;
  static final int LICENSE = 1014;
  static final int ARCH = 1022;
  static final int OLD_FILE_NAMES = 1027;
  static final int FILE_STATES = 1029;
  static final int FILE_MODES = 1030;
  static final int SOURCE_RPM = 1044;
  static final int PROVIDE_NAME = 1047;
  static final int REQUIRE_NAME = 1049;
  static final int DIRECTORY_INDEXES = 1116;
  static final int BASE_NAMES = 1117;
  static final int DIRECTORY_NAMES = 1118;
  static final int MODULARITY_LABEL = 5096;

  private static final int MOST_ENTRIES = 0xffff;
  private static final int ENTRY_LENGTH = 16;

  /** The package with the most files known has a quarter of that. */
  private static final int MOST_STRINGS = 1_000_000;

  private static final int LONGEST_PATH = 8192;

  private static final int INT16 = 3;
  private static final int INT32 = 4;
  private static final int STRING = 6;
  private static final int BINARY = 7;
  private static final int STRING_ARRAY = 8;
  private static final int I18N_STRING = 9;
  private static final int CHAR = 1;
  private static final int INT8 = 2;

  private final byte[] array;
  private final ByteBuffer bytes;
  private final int dataStart;
  private final int dataEnd;
  private final Map<Integer, Entry> entries = new HashMap<>();

  private record Entry(int type, int start, int count) {}

  private RpmHeader(byte[] array, int dataStart, int dataEnd) {
    this.array = array;
    this.bytes = ByteBuffer.wrap(array);
    this.dataStart = dataStart;
    this.dataEnd = dataEnd;
  }

  /**
   * Reads a header.
   *
   * @throws MalformedFileException when it is not laid out as a header is
   */
  static RpmHeader parse(byte[] array) throws MalformedFileException {
    var bytes = ByteBuffer.wrap(array);
    // A header in a package file starts with a magic number; one in a database should not.
    int start = array.length >= 16 && bytes.getInt(0) == 0x8eade801 ? 8 : 0;
    if (array.length - start < 8) throw new MalformedFileException("a header of no length");
    int count = bytes.getInt(start);
    int length = bytes.getInt(start + 4);
    if (count < 1 || count > MOST_ENTRIES) {
      throw new MalformedFileException("a header of " + (count & 0xffffffffL) + " entries");
    }
    int dataStart = start + 8 + ENTRY_LENGTH * count;
    if (length < 0 || dataStart > array.length || length > array.length - dataStart) {
      throw new MalformedFileException("a header longer than its record");
    }
    var header = new RpmHeader(array, dataStart, dataStart + length);
    for (int at = start + 8; at < dataStart; at += ENTRY_LENGTH) header.entry(at);
    return header;
  }

  private void entry(int at) {
    int tag = bytes.getInt(at);
    switch (tag) {
      case SIGNATURE_PGP,
          SIGNATURE_GPG,
          SIGNATURE_DSA,
          SIGNATURE_RSA,
          NAME,
          VERSION,
          RELEASE,
          EPOCH,
          LICENSE,
          ARCH,
          OLD_FILE_NAMES,
          FILE_STATES,
          FILE_MODES,
          SOURCE_RPM,
          PROVIDE_NAME,
          REQUIRE_NAME,
          DIRECTORY_INDEXES,
          BASE_NAMES,
          DIRECTORY_NAMES,
          MODULARITY_LABEL -> {}
      default -> {
        return;
      }
    }
    int type = bytes.getInt(at + 4);
    int offset = bytes.getInt(at + 8);
    int count = bytes.getInt(at + 12);
    boolean inside = offset >= 0 && count > 0 && offset < dataEnd - dataStart;
    if (inside) entries.put(tag, new Entry(type, dataStart + offset, count));
  }

  /** A tag's text, its first where it has several; empty when there is none. */
  String text(int tag) {
    Entry entry = entries.get(tag);
    if (entry == null) return "";
    return switch (entry.type) {
      case STRING, STRING_ARRAY, I18N_STRING -> string(entry.start, stringEnd(entry.start));
      default -> "";
    };
  }

  /** A tag's bytes, up to so many; empty when there are none. */
  byte[] binary(int tag, int most) {
    Entry entry = entries.get(tag);
    if (entry == null || entry.type != BINARY) return new byte[0];
    int length = Math.min(Math.min(entry.count, most), dataEnd - entry.start);
    return Arrays.copyOfRange(array, entry.start, entry.start + length);
  }

  /** A tag's number. */
  OptionalLong number(int tag) {
    Entry entry = entries.get(tag);
    if (entry == null || entry.type != INT32 || entry.start > dataEnd - 4) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(bytes.getInt(entry.start) & 0xffffffffL);
  }

  /** Gives the texts of a list, up to so many of them. */
  void texts(int tag, int most, Consumer<String> receiver) {
    Entry entry = entries.get(tag);
    if (entry == null || (entry.type != STRING_ARRAY && entry.type != STRING)) return;
    int at = entry.start;
    int count = Math.min(entry.count, most);
    for (int i = 0; i < count && at < dataEnd; i++) {
      int end = stringEnd(at);
      if (end - at <= LONGEST_PATH) receiver.accept(string(at, end));
      at = end + 1;
    }
  }

  /** Gives the path of every file that is installed, but not of directories. */
  void files(Consumer<String> receiver) throws MalformedFileException {
    String[] names = strings(BASE_NAMES);
    Entry indexes = entries.get(DIRECTORY_INDEXES);
    if (names.length == 0 || indexes == null) {
      String[] whole = strings(OLD_FILE_NAMES); // of packages that rpm 3 built
      var installed = installedFiles(whole.length);
      for (int i = 0; i < whole.length; i++) {
        if (installed.get(i) && whole[i].length() <= LONGEST_PATH) receiver.accept(whole[i]);
      }
      return;
    }
    if (indexes.type != INT32 || indexes.count < names.length || !fits(indexes, 4)) {
      throw new MalformedFileException("a list of files without their directories");
    }
    String[] directories = strings(DIRECTORY_NAMES);
    var installed = installedFiles(names.length);
    for (int i = 0; i < names.length; i++) {
      int directory = bytes.getInt(indexes.start + 4 * i);
      if (directory < 0 || directory >= directories.length) {
        throw new MalformedFileException("a file in directory " + directory + ", which is not");
      }
      if (!installed.get(i)) continue;
      if (directories[directory].length() + names[i].length() > LONGEST_PATH) continue;
      receiver.accept(directories[directory] + names[i]);
    }
  }

  /** A file may be listed and yet not be there: documentation that was left out, for one. */
  private BitSet installedFiles(int count) {
    var installed = new BitSet(count);
    installed.set(0, count);
    Entry states = entries.get(FILE_STATES);
    if (states != null && hasBytes(states) && fits(states, 1)) {
      for (int i = 0; i < Math.min(count, states.count); i++) {
        if (bytes.get(states.start + i) != 0) installed.clear(i);
      }
    }
    Entry modes = entries.get(FILE_MODES);
    if (modes != null && modes.type == INT16 && fits(modes, 2)) {
      for (int i = 0; i < Math.min(count, modes.count); i++) {
        if ((bytes.getShort(modes.start + 2 * i) & 0xf000) == 0x4000) installed.clear(i);
      }
    }
    return installed;
  }

  private static boolean hasBytes(Entry entry) {
    return entry.type == CHAR || entry.type == INT8 || entry.type == BINARY;
  }

  private boolean fits(Entry entry, int width) {
    return entry.count <= (dataEnd - entry.start) / width;
  }

  private String[] strings(int tag) throws MalformedFileException {
    Entry entry = entries.get(tag);
    if (entry == null || (entry.type != STRING_ARRAY && entry.type != STRING)) return new String[0];
    // Each string takes a byte at least.
    if (entry.count > MOST_STRINGS || !fits(entry, 1))
      throw new MalformedFileException("a list longer than its header");
    String[] strings = new String[entry.count];
    int at = entry.start;
    for (int i = 0; i < strings.length; i++) {
      if (at >= dataEnd) throw new MalformedFileException("a list that ends too early");
      int end = stringEnd(at);
      strings[i] = string(at, end);
      at = end + 1;
    }
    return strings;
  }

  private int stringEnd(int start) {
    int end = start;
    while (end < dataEnd && bytes.get(end) != 0) end++;
    return end;
  }

  private String string(int start, int end) {
    return new String(array, start, end - start, StandardCharsets.UTF_8);
  }
}
