package io.breakwater.inventory;

import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What scripts say of the programs that they start, without any knowledge of their languages. */
final class ScriptText {
  private static final int LARGEST = 16 << 10;
  private static final int MOST_WORDS = 1_000;
  private static final int LONGEST_WORD = 200;

  private ScriptText() {}

  /**
   * Whether the words of a script are read: of those that somebody wrote for this image, not of the
   * hundreds that distributions ship, which no entry point is.
   */
  static boolean isRead(FileEntry entry) {
    String path = entry.path();
    return entry.size() <= LARGEST
        && !path.startsWith("usr/bin/")
        && !path.startsWith("usr/sbin/")
        && !path.startsWith("usr/lib")
        && !path.startsWith("usr/share/")
        && !path.startsWith("bin/")
        && !path.startsWith("sbin/")
        && !path.startsWith("lib")
        && !path.startsWith("etc/")
        && !path.startsWith("var/lib/")
        && !path.contains("node_modules/")
        && !path.contains("site-packages/");
  }

  /** The first line without its first two characters; what of it stands in the head. */
  static String interpreter(Head head) {
    int start = head.offset() + 2;
    int most = head.offset() + head.length();
    int end = start;
    while (end < most && head.bytes()[end] != '\n') end++;
    return new String(head.bytes(), start, end - start, StandardCharsets.UTF_8).strip();
  }

  /** Runs of the characters that commands and paths have, outside of comments; each once. */
  static List<String> words(Content content) throws IOException {
    byte[] bytes = content.readAll(LARGEST);
    var words = new LinkedHashSet<String>();
    int start = -1;
    for (int i = 0; i <= bytes.length; i++) {
      int c = i < bytes.length ? bytes[i] : '\n';
      if (isOfWord(c)) {
        if (start < 0) start = i;
        continue;
      }
      if (start >= 0 && i - start <= LONGEST_WORD && words.size() < MOST_WORDS) {
        words.add(new String(bytes, start, i - start, StandardCharsets.US_ASCII));
      }
      start = -1;
      boolean comment = c == '#' && (i == 0 || bytes[i - 1] <= ' ');
      while (comment && i < bytes.length && bytes[i] != '\n') i++;
    }
    return new ArrayList<>(words);
  }

  private static boolean isOfWord(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '/'
        || c == '.'
        || c == '_'
        || c == '-'
        || c == '+';
  }
}
