package io.breakwater.inventory.internal;

import io.breakwater.model.Digest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The hashes of archives as lock files write them. What cannot be read is left out. */
public final class Hashes {
  private static final int LONGEST = 4_096;

  private Hashes() {}

  /**
   * Those of a Subresource Integrity text: {@code sha512-base64}, several separated by blanks, each
   * perhaps with options behind a question mark.
   */
  public static List<Digest> integrity(String text) {
    if (text.isEmpty() || text.length() > LONGEST) return List.of();
    var digests = new ArrayList<Digest>(1);
    for (String part : text.strip().split(" +", -1)) {
      int dash = part.indexOf('-');
      int options = part.indexOf('?');
      if (dash <= 0) continue;
      String base64 = part.substring(dash + 1, options > dash ? options : part.length());
      try {
        Digest digest = Digest.of(part.substring(0, dash), Base64.getDecoder().decode(base64));
        if (!digests.contains(digest)) digests.add(digest);
      } catch (IllegalArgumentException noHash) {
        // The package is there whatever its hash is.
      }
    }
    return digests;
  }

  /** A hash in hexadecimal; none for an empty or malformed one. */
  public static List<Digest> hex(String algorithm, String hex) {
    if (hex.isEmpty()) return List.of();
    try {
      return List.of(new Digest(algorithm, hex.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException noHash) {
      return List.of();
    }
  }

  /** A hash such as {@code sha256:hex} or {@code sha256=hex}; none for another text. */
  public static List<Digest> tagged(String text) {
    int mark = Math.max(text.indexOf(':'), text.indexOf('='));
    return mark <= 0 ? List.of() : hex(text.substring(0, mark), text.substring(mark + 1));
  }
}
