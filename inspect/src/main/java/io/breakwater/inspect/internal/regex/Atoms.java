package io.breakwater.inspect.internal.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds texts one of which is in every match of an expression: of all runs of known bytes the one
 * that is least common in files, and of alternatives one each.
 */
final class Atoms {
  private static final int MOST_ATOMS = 64;
  private static final int FAR = 1 << 20;

  private final boolean wide;
  private final int longest;

  private List<Required> best = List.of();
  private int bestWorth;

  /** The run that is being read, and where it starts. */
  private final StringBuilder run = new StringBuilder();

  private int runLeast;
  private int runMost;
  private int least;
  private int most;

  /** How many more parts may be looked at, repeats unrolled: over it nothing is said. */
  private final int[] left;

  Atoms(boolean wide, int longest) {
    this(wide, longest, new int[] {20_000});
  }

  private Atoms(boolean wide, int longest, int[] left) {
    this.wide = wide;
    this.longest = longest;
    this.left = left;
  }

  List<Required> of(Node tree) {
    read(tree);
    end();
    return left[0] < 0 ? List.of() : best;
  }

  private void read(Node node) {
    if (--left[0] < 0) return;
    switch (node) {
      case Node.Set set -> set(set.set());
      case Node.Assert test -> {}
      case Node.Sequence sequence -> sequence.parts().forEach(this::read);
      case Node.Group group -> read(group.of());
      case Node.Choice choice -> choice(choice.ways());
      case Node.Repeat repeat -> repeat(repeat);
    }
  }

  private void set(CharSet set) {
    int only = letter(set);
    if (only < 0) {
      end();
      pass(wide ? 2 : 1, wide ? 2 : 1);
      return;
    }
    known(only);
    if (wide) known(0);
  }

  private void known(int value) {
    if (run.isEmpty()) {
      runLeast = least;
      runMost = most;
    }
    run.append((char) value);
    pass(1, 1);
  }

  /** The only value of a set, or the small letter of one that is there in both cases; else -1. */
  private static int letter(CharSet set) {
    int only = set.only();
    if (only >= 0) return only >= 'A' && only <= 'Z' ? only + 32 : only;
    for (int c = 'a'; c <= 'z'; c++) {
      if (set.equals(CharSet.of(c).with(CharSet.of(c - 32)))) return c;
    }
    return -1;
  }

  private void repeat(Node.Repeat repeat) {
    if (repeat.least() == repeat.most() && repeat.least() <= longest) {
      for (int i = 0; i < repeat.least(); i++) read(repeat.of());
      return;
    }
    if (repeat.least() > 0) {
      read(repeat.of());
      end();
    }
    end();
    int read = repeat.least() > 0 ? 1 : 0;
    boolean endless = repeat.most() < 0;
    pass(
        times(shortest(repeat.of()), Math.max(0, repeat.least() - read)),
        endless ? -1 : times(furthest(repeat.of()), repeat.most() - read));
  }

  private static int times(int size, int times) {
    return size < 0 ? -1 : (int) Math.min((long) size * times, FAR);
  }

  private void choice(List<Node> ways) {
    end();
    var all = new ArrayList<Required>();
    int worth = Integer.MAX_VALUE;
    int shortest = Integer.MAX_VALUE;
    int far = 0;
    for (Node way : ways) {
      var inner = new Atoms(wide, longest, left);
      all.addAll(inner.of(way));
      worth = Math.min(worth, inner.bestWorth);
      shortest = Math.min(shortest, inner.least);
      far = far < 0 || inner.most < 0 ? -1 : Math.max(far, inner.most);
    }
    if (worth > bestWorth && all.size() <= MOST_ATOMS) {
      bestWorth = worth;
      best =
          all.stream()
              .map(a -> new Required(a.text(), least + a.least(), plus(most, a.most())))
              .toList();
    }
    pass(shortest, far);
  }

  private int shortest(Node node) {
    return switch (node) {
      case Node.Set set -> wide ? 2 : 1;
      case Node.Assert test -> 0;
      case Node.Group group -> shortest(group.of());
      case Node.Repeat repeat -> times(shortest(repeat.of()), repeat.least());
      case Node.Sequence sequence -> {
        int sum = 0;
        for (Node part : sequence.parts()) sum = Math.min(FAR, sum + shortest(part));
        yield sum;
      }
      case Node.Choice choice -> choice.ways().stream().mapToInt(this::shortest).min().orElse(0);
    };
  }

  /** How long a match may be; -1 when there is no end. */
  private int furthest(Node node) {
    return switch (node) {
      case Node.Set set -> wide ? 2 : 1;
      case Node.Assert test -> 0;
      case Node.Group group -> furthest(group.of());
      case Node.Repeat repeat ->
          repeat.most() < 0 ? -1 : times(furthest(repeat.of()), repeat.most());
      case Node.Sequence sequence -> {
        int sum = 0;
        for (Node part : sequence.parts()) sum = plus(sum, furthest(part));
        yield sum;
      }
      case Node.Choice choice -> {
        int far = 0;
        for (Node way : choice.ways()) {
          int one = furthest(way);
          far = one < 0 || far < 0 ? -1 : Math.max(far, one);
        }
        yield far;
      }
    };
  }

  private void pass(int atLeast, int atMost) {
    least = Math.min(least + atLeast, FAR);
    most = plus(most, atMost);
  }

  private static int plus(int a, int b) {
    return a < 0 || b < 0 || a + b >= FAR ? -1 : a + b;
  }

  /** Ends a run: it may be the best. */
  private void end() {
    Required slice = Required.in(run.toString(), runLeast, runMost, longest);
    run.setLength(0);
    if (slice.worth() <= bestWorth) return;
    bestWorth = slice.worth();
    best = List.of(slice);
  }
}
