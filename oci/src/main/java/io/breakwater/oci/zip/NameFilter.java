package io.breakwater.oci.zip;

/** Decides by its name, still in bytes, whether a member matters: most do not. */
@FunctionalInterface
public interface NameFilter {
  /** Whether the member whose name lies at this place matters. The array is not to be changed. */
  boolean accepts(byte[] bytes, int offset, int length);

  /** Whether a name in bytes ends with this ASCII text in lower case, whatever its case. */
  static boolean endsWith(byte[] bytes, int offset, int length, String end) {
    int start = length - end.length();
    if (start < 0) return false;
    for (int i = 0; i < end.length(); i++) {
      int b = bytes[offset + start + i];
      if (b >= 'A' && b <= 'Z') b += 'a' - 'A';
      if (b != end.charAt(i)) return false;
    }
    return true;
  }

  /** Whether a name in bytes begins with this ASCII text in lower case, whatever its case. */
  static boolean startsWith(byte[] bytes, int offset, int length, String start) {
    return length >= start.length() && endsWith(bytes, offset, start.length(), start);
  }
}
