package io.breakwater.oci;

/**
 * The first bytes of a file, for magic numbers.
 *
 * @param bytes a buffer of the reader's, valid during the call only and not to be written to
 * @param offset where the file starts in it
 * @param length how many bytes are there: up to {@value #MAX}, fewer only where the file is shorter
 */
@SuppressWarnings("ArrayRecordComponent") // a view that lives for one call
public record Head(byte[] bytes, int offset, int length) {
  /** The most bytes that a head has. */
  public static final int MAX = 256;

  /** Nothing. */
  public static final Head EMPTY = new Head(new byte[0], 0, 0);

  /** Whether the file starts with these bytes. */
  public boolean startsWith(int... magic) {
    if (length < magic.length) return false;
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[offset + i] & 0xff) != magic[i]) return false;
    }
    return true;
  }

  /** Whether the file starts like an ELF binary. */
  public boolean isElf() {
    return startsWith(0x7f, 'E', 'L', 'F');
  }
}
