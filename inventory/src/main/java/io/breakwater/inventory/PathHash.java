package io.breakwater.inventory;

/**
 * Names a path by 64 bits, so that a layer of a hundred thousand paths is remembered in a megabyte.
 * Two paths of an image share a name with a chance of about one in a thousand million; the hash is
 * no defence against somebody who searches for such a pair, who could as well change the files.
 *
 * <p>The hash runs over a path from left to right, so that one pass gives the names of all
 * directories above it too. The lowest {@value #FREE_BITS} bits are always zero: indexes keep a tag
 * there.
 */
final class PathHash {
  /** How many of the lowest bits are zero. */
  static final int FREE_BITS = 2;

  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0x100000001B3L;

  /** The name of the root directory, whose path is empty. */
  static final long ROOT = finish(SEED);

  private PathHash() {}

  /** The name of a path, which is relative to the root and normalised. */
  static long of(CharSequence path) {
    return finish(state(path, path.length()));
  }

  /** The name of the path that the first {@code end} characters are. */
  static long of(CharSequence path, int end) {
    return finish(state(path, end));
  }

  /** Any text as 64 bits, joined with what came before it. */
  static long chain(long before, CharSequence text) {
    long h = before ^ SEED;
    for (int i = 0; i < text.length(); i++) h = (h ^ text.charAt(i)) * PRIME;
    return mixed((h ^ 0x1F) * PRIME);
  }

  /** The state at the start of a path. */
  static long start() {
    return SEED;
  }

  /** The state after one more character. */
  static long step(long state, char c) {
    return (state ^ c) * PRIME;
  }

  /** The name of the path that led to a state. */
  static long finish(long state) {
    return mixed(state) & -(1L << FREE_BITS);
  }

  private static long state(CharSequence path, int end) {
    long h = SEED;
    for (int i = 0; i < end; i++) h = (h ^ path.charAt(i)) * PRIME;
    return h;
  }

  private static long mixed(long h) {
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }
}
