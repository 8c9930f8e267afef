package io.breakwater.inspect.internal;

import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import java.io.IOException;

/**
 * A file under inspection, and where keywords stand in it. Valid during one call, for one thread.
 *
 * @param entry its facts; the path of a member of an archive starts with the archive's and {@code
 *     !/}
 * @param content its bytes
 * @param hits where the inspector's own keywords are, in order
 */
public record InspectedFile(FileEntry entry, Content content, KeywordHits hits) {
  /** The path, relative to the root. */
  public String path() {
    return entry.path();
  }

  /**
   * The bytes around a place.
   *
   * @param from where to start; cut to the file
   * @param length how many at most
   */
  public byte[] window(long from, int length) throws IOException {
    long start = Math.clamp(from, 0, content.size());
    int count = (int) Math.min(length, content.size() - start);
    return content.read(start, count, Math.max(count, 0));
  }

  /** The line of a place, from 1: counts line feeds, so ask only where something was found. */
  public int line(long position) throws IOException {
    int line = 1;
    byte[] buffer = new byte[8_192];
    for (long at = 0; at < position; ) {
      int wanted = (int) Math.min(buffer.length, position - at);
      int n = content.read(at, buffer, 0, wanted);
      if (n <= 0) break;
      for (int i = 0; i < n; i++) if (buffer[i] == '\n') line++;
      at += n;
    }
    return line;
  }
}
