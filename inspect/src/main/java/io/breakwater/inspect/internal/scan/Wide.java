package io.breakwater.inspect.internal.scan;

import io.breakwater.oci.Content;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in UTF-16, read as UTF-8. */
final class Wide {
  private static final int MOST = 32 << 20;

  private Wide() {}

  /** The same text in UTF-8 where a file is UTF-16, by its mark or by its zeros; else itself. */
  static Content narrowed(Content content, Head head) throws IOException {
    Charset charset = charset(head);
    if (charset == null || content.size() > MOST) return content;
    String text = new String(content.readAll(MOST), charset);
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Charset charset(Head head) {
    if (head.startsWith(0xff, 0xfe)) return StandardCharsets.UTF_16LE;
    if (head.startsWith(0xfe, 0xff)) return StandardCharsets.UTF_16BE;
    int pairs = Math.min(32, head.length() / 2);
    if (pairs < 8) return null;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      byte first = head.bytes()[head.offset() + 2 * i];
      byte second = head.bytes()[head.offset() + 2 * i + 1];
      if (isText(second) && first == 0) even++;
      if (isText(first) && second == 0) odd++;
    }
    if (odd >= pairs - 1) return StandardCharsets.UTF_16LE;
    return even >= pairs - 1 ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isText(byte b) {
    return b >= ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
