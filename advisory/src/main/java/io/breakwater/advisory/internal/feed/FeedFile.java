package io.breakwater.advisory.internal.feed;

import java.nio.charset.StandardCharsets;

/**
 * A file of a feed.
 *
 * @param path its path in the folder or archive that is imported
 * @param content its bytes, decompressed; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed on
public record FeedFile(String path, byte[] content) {
  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The content as text; bytes that are no UTF-8 become replacement characters. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
