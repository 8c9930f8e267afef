package io.breakwater.advisory.internal.input;

/**
 * What an import takes from one input, so that no archive can exhaust the machine.
 *
 * @param file the largest file, in bytes after decompression
 * @param total all files together
 * @param files how many files
 * @param depth how deep archives may lie in archives
 */
public record Limits(long file, long total, long files, int depth) {
  /** What suffices for every feed known today, several times over. */
  public static final Limits DEFAULT = new Limits(384L << 20, 64L << 30, 20_000_000, 4);
}
