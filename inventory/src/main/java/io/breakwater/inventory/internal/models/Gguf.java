package io.breakwater.inventory.internal.models;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The metadata of a GGUF file, versions 1 to 3. What is general comes first: reading ends at the
 * first large array, which is a vocabulary.
 */
final class Gguf {
  private static final int MOST_ENTRIES = 10_000;
  private static final int LONGEST_STRING = 1 << 16;
  private static final int LARGE_ARRAY = 1_000;
  private static final int STRING = 8;
  private static final int ARRAY = 9;
  private static final String HUGGING_FACE = "https://huggingface.co/";

  private final Content content;
  private final boolean wide;
  private long at = 8;

  private Gguf(Content content, boolean wide) {
    this.content = content;
    this.wide = wide;
  }

  static Model read(Content content) throws IOException {
    long version = LittleEndian.uint32(content.read(4, 4, 4), 0);
    if (version < 1 || version > 3) throw new MalformedFileException("GGUF of version " + version);
    var gguf = new Gguf(content, version > 1);
    gguf.length(); // of tensors
    Map<String, String> told = gguf.metadata(gguf.length());
    return new Model(
        told.getOrDefault("general.name", ""),
        told.getOrDefault("general.version", ""),
        told.getOrDefault("general.license", ""),
        repository(told));
  }

  private static String repository(Map<String, String> told) {
    String repository = told.getOrDefault("general.source.huggingface.repository", "");
    if (!repository.isEmpty()) return repository;
    String url = told.getOrDefault("general.repo_url", "");
    return url.startsWith(HUGGING_FACE) ? url.substring(HUGGING_FACE.length()) : "";
  }

  private Map<String, String> metadata(long count) throws IOException {
    Map<String, String> told = new HashMap<>();
    for (long i = 0; i < count; i++) {
      if (i >= MOST_ENTRIES) throw new MalformedFileException("too many entries of metadata");
      String key = string();
      int type = int32();
      if (type == STRING) told.put(key, string());
      else if (type != ARRAY) at += size(type);
      else if (!skipArray()) break;
    }
    return told;
  }

  /** Skips an array; false when it is too large for that, or of arrays. */
  private boolean skipArray() throws IOException {
    int type = int32();
    long length = length();
    if (type == ARRAY || length > LARGE_ARRAY || length < 0) return false;
    if (type != STRING) at += size(type) * length;
    else for (long i = 0; i < length; i++) string();
    return true;
  }

  private static long size(int type) throws MalformedFileException {
    return switch (type) {
      case 0, 1, 7 -> 1;
      case 2, 3 -> 2;
      case 4, 5, 6 -> 4;
      case 10, 11, 12 -> 8;
      default -> throw new MalformedFileException("metadata of type " + type);
    };
  }

  private String string() throws IOException {
    long length = length();
    byte[] bytes = content.read(at, length, LONGEST_STRING);
    at += length;
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  private long length() throws IOException {
    if (!wide) return Integer.toUnsignedLong(int32());
    long value = LittleEndian.int64(content.read(at, 8, 8), 0);
    at += 8;
    return value;
  }

  private int int32() throws IOException {
    int value = LittleEndian.int32(content.read(at, 4, 4), 0);
    at += 4;
    return value;
  }
}
