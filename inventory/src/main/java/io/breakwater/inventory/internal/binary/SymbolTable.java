package io.breakwater.inventory.internal.binary;

import java.util.Optional;

/**
 * A table of symbols, each of which starts with the place of its name.
 *
 * @param size of a symbol in bytes
 * @param valueAt where in a symbol its address stands
 * @param strings the names, each ended by a zero byte
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call
record SymbolTable(Numbers numbers, byte[] symbols, int size, int valueAt, byte[] strings) {
  /** The most bytes of symbols, or of their names, that are read. */
  static final int MAX = 16 << 20;

  Optional<Long> address(String name) {
    int end = valueAt + (numbers.wide() ? 8 : 4);
    for (int at = 0; at + end <= symbols.length; at += size) {
      long nameAt = numbers.uint32(symbols, at);
      if (nameAt == 0 || nameAt >= strings.length) continue;
      if (!Numbers.isText(strings, (int) nameAt, Integer.MAX_VALUE, name)) continue;
      long address = numbers.word(symbols, at + valueAt);
      if (address != 0) return Optional.of(address);
    }
    return Optional.empty();
  }
}
