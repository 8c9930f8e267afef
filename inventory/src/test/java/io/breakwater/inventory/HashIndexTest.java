package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HashIndexTest {

  @TestFactory
  Stream<DynamicTest> everyEntryIsFoundUnderItsHashAndNothingElse() {
    return new Random(5)
        .longs(40)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(new Random(seed))));
  }

  private static void check(Random random) {
    int bits = 1 + random.nextInt(20);
    int count = random.nextInt(3000);
    // Sometimes all alike in the highest bits, as somebody could choose them.
    long spread = random.nextBoolean() ? -1L : 0xfffffL << bits;
    long mask = (1L << bits) - 1;
    Map<Long, Set<Integer>> expected = new HashMap<>();
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextLong() & (spread | mask);
      expected
          .computeIfAbsent(values[i] & ~mask, _ -> new TreeSet<>())
          .add((int) (values[i] & mask));
    }
    var index = HashIndex.of(bits, values, count);
    expected.forEach((hash, tags) -> assertThat(tags(index, hash)).isEqualTo(tags));
    for (int i = 0; i < 1000; i++) {
      long other = random.nextLong() & ~mask;
      if (!expected.containsKey(other)) assertThat(index.first(other)).isNegative();
    }
  }

  private static Set<Integer> tags(HashIndex index, long hash) {
    var tags = new TreeSet<Integer>();
    for (int at = index.first(hash); at >= 0 && index.matches(at, hash); at++) {
      tags.add(index.tag(at));
    }
    return tags;
  }
}
