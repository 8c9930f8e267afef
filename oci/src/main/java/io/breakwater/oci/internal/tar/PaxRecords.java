package io.breakwater.oci.internal.tar;

import io.breakwater.oci.Capabilities;
import io.breakwater.oci.internal.DefectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of a PAX extended header: {@code length key=value\n} each, the last of a key holds.
 */
final class PaxRecords {
  private static final String OFFSET = "GNU.sparse.offset";
  private static final String LENGTH = "GNU.sparse.numbytes";
  private static final String MAP = "GNU.sparse.map";
  private static final String MAJOR = "GNU.sparse.major";
  private static final String MINOR = "GNU.sparse.minor";

  /** What entries without an extended header have. */
  static final PaxRecords NONE = new PaxRecords();

  private static final String CAPABILITY = "SCHILY.xattr.security.capability";

  private final Map<String, String> values = new HashMap<>();
  private final List<Long> sparsePairs = new ArrayList<>();
  private long capabilities;

  private PaxRecords() {}

  static PaxRecords parse(byte[] payload) throws DefectException {
    var records = new PaxRecords();
    for (int at = 0; at < payload.length; ) {
      int space = at;
      long length = 0;
      while (space < payload.length && payload[space] != ' ') {
        int digit = payload[space++] - '0';
        if (digit < 0 || digit > 9 || length > payload.length) throw broken(at);
        length = length * 10 + digit;
      }
      long end = at + length;
      if (end > payload.length || end < space + 3L || payload[(int) end - 1] != '\n') {
        throw broken(at);
      }
      records.add(payload, space + 1, (int) end - 1);
      at = (int) end;
    }
    return records;
  }

  private void add(byte[] payload, int from, int to) throws DefectException {
    int equals = from;
    while (equals < to && payload[equals] != '=') equals++;
    if (equals == from || equals == to) throw broken(from);
    String key = TarText.decode(payload, from, equals - from);
    if (key.equals(CAPABILITY)) {
      capabilities = Capabilities.of(Arrays.copyOfRange(payload, equals + 1, to));
      return;
    }
    String value = TarText.decode(payload, equals + 1, to - equals - 1);
    switch (key) {
      case "path", "linkpath" -> {
        if (value.indexOf('\0') >= 0) throw broken(from);
        values.put(key, value);
      }
      case OFFSET, LENGTH -> {
        if (key.equals(OFFSET) != (sparsePairs.size() % 2 == 0)) throw broken(from);
        sparsePairs.add(number(value));
      }
      default -> values.put(key, value);
    }
  }

  private static DefectException broken(int at) {
    return DefectException.malformed("a PAX header is broken at its byte " + at);
  }

  /** A value; an empty one takes back what was said before, and is no value. */
  Optional<String> text(String key) {
    if (values.isEmpty()) return Optional.empty();
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  /** A number from 0 to {@link Long#MAX_VALUE}. */
  Optional<Long> number(String key, String orKey) throws DefectException {
    Optional<String> text = text(key).or(() -> text(orKey));
    return text.isPresent() ? Optional.of(number(text.get())) : Optional.empty();
  }

  /** An owner; -1 when it is out of range. */
  int id(String key, int otherwise) {
    String text = text(key).orElse("");
    if (text.isEmpty()) return otherwise;
    try {
      return TarBlock.id(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /** What the file grants; see {@link Capabilities}. */
  long capabilities() {
    return capabilities;
  }

  boolean overlayOpaque() {
    if (values.isEmpty()) return false;
    return "y".equals(values.get("SCHILY.xattr.trusted.overlay.opaque"))
        || "y".equals(values.get("SCHILY.xattr.user.overlay.opaque"));
  }

  /** The encodings of sparse files in PAX headers. */
  private enum Sparse {
    NONE,
    IN_HEADER,
    IN_CONTENT
  }

  private Sparse sparse() {
    if (values.isEmpty() && sparsePairs.isEmpty()) return Sparse.NONE;
    String version = values.getOrDefault(MAJOR, "") + "." + values.getOrDefault(MINOR, "");
    return switch (version) {
      case "1.0" -> Sparse.IN_CONTENT;
      case "0.0", "0.1" -> Sparse.IN_HEADER;
      case "." -> sparsePairs.isEmpty() && text(MAP).isEmpty() ? Sparse.NONE : Sparse.IN_HEADER;
      default -> Sparse.NONE;
    };
  }

  /** The name of a sparse file, whose other names are made up. */
  Optional<String> sparseName() {
    return sparse() == Sparse.NONE ? Optional.empty() : text("GNU.sparse.name");
  }

  /** Whether the content starts with the sparse map, as GNU's format 1.0 has it. */
  boolean sparseMapInContent() {
    return sparse() == Sparse.IN_CONTENT;
  }

  /** The offsets and lengths of formats 0.0 and 0.1; empty when it is no such file. */
  Optional<List<Long>> sparsePairs() throws DefectException {
    if (sparse() != Sparse.IN_HEADER) return Optional.empty();
    if (!sparsePairs.isEmpty()) return Optional.of(List.copyOf(sparsePairs));
    String map = text(MAP).orElse("");
    var pairs = new ArrayList<Long>();
    for (int from = 0; from <= map.length() && !map.isEmpty(); ) {
      int comma = map.indexOf(',', from);
      int to = comma < 0 ? map.length() : comma;
      pairs.add(number(map.substring(from, to)));
      from = to + 1;
    }
    return Optional.of(pairs);
  }

  static long number(String digits) throws DefectException {
    boolean plain = !digits.isEmpty() && digits.length() <= 19;
    for (int i = 0; plain && i < digits.length(); i++) {
      plain = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    try {
      if (plain) return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      // over Long.MAX_VALUE
    }
    throw DefectException.malformed("a PAX header has a number that is none");
  }
}
