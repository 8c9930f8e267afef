package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.InspectedFile;
import java.io.IOException;

/** What is allowed to be there. Comments in the same line always count. */
interface Allows {
  /** Only comments. */
  Allows INLINE =
      new Allows() {
        @Override
        public boolean path(String path) {
          return false;
        }

        @Override
        public boolean finding(InspectedFile file, Found found, int line) throws IOException {
          return inline(file, found);
        }
      };

  /** Whether nothing in a file is to be reported. */
  boolean path(String path);

  /** Whether a secret is not to be reported. */
  boolean finding(InspectedFile file, Found found, int line) throws IOException;

  /** Whether a comment in the secret's line allows it. */
  static boolean inline(InspectedFile file, Found found) throws IOException {
    byte[] line = Lines.around(file, found.start(), found.end());
    String text = new String(line, java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.contains("gitleaks:allow") || text.contains("breakwater:allow");
  }
}
