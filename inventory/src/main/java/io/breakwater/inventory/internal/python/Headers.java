package io.breakwater.inventory.internal.python;

import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header lines of core metadata (PEP 241 to 639, in the form of RFC 822), without the body. */
final class Headers {
  /** Headers are short; what follows is a description of any length. */
  private static final int MAX_SIZE = 1 << 20;

  private static final int USUAL_SIZE = 8 << 10;

  private static final int MOST = 5_000;

  private record Header(String name, String value) {}

  private final List<Header> headers = new ArrayList<>();

  /** Reads the beginning of a content. */
  static Headers read(Content content) throws IOException {
    byte[] bytes = content.read(0, Math.min(content.size(), USUAL_SIZE), USUAL_SIZE);
    if (end(bytes) == bytes.length && content.size() > USUAL_SIZE) {
      bytes = content.read(0, Math.min(content.size(), MAX_SIZE), MAX_SIZE);
    }
    return parse(bytes);
  }

  /** Where the first empty line begins. */
  private static int end(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] != '\n') continue;
      boolean empty = bytes[i + 1] == '\n';
      if (empty || (bytes[i + 1] == '\r' && i + 2 < bytes.length && bytes[i + 2] == '\n')) {
        return i + 1;
      }
    }
    return bytes.length;
  }

  /** Reads up to the first empty line; never fails. */
  static Headers parse(byte[] bytes) {
    var found = new Headers();
    String text = new String(bytes, 0, end(bytes), StandardCharsets.UTF_8);
    String name = "";
    var value = new StringBuilder();
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    while (at < text.length() && found.headers.size() < MOST) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      if (stop == at) break;
      char first = text.charAt(at);
      if (first == ' ' || first == '\t') {
        value.append('\n').append(text, at, stop);
      } else {
        found.keep(name, value);
        int colon = text.indexOf(':', at, stop);
        boolean header = colon > at;
        name = header ? text.substring(at, colon).strip().toLowerCase(Locale.ROOT) : "";
        if (header) value.append(text, colon + 1, stop);
      }
      at = end + 1;
    }
    found.keep(name, value);
    return found;
  }

  private void keep(String name, StringBuilder value) {
    if (!name.isEmpty()) headers.add(new Header(name, value.toString().strip()));
    value.setLength(0);
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return headers.isEmpty();
  }

  /** The first value of a header, empty when there is none. */
  String first(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    for (Header header : headers) if (header.name().equals(key)) return header.value();
    return "";
  }

  /** Every value of a header. */
  List<String> all(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    var values = new ArrayList<String>();
    for (Header header : headers) if (header.name().equals(key)) values.add(header.value());
    return values;
  }
}
