package io.breakwater.inspect.internal.regex;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression over bytes, matched in time linear in the text: no step is tried twice at
 * one place. The leftmost match wins, and of several there the one that a backtracking engine would
 * find first. Understands what RE2 does; other characters than ASCII stand for their bytes in
 * UTF-8, and a Unicode class holds all of them or none. Immutable, safe for use by several threads.
 */
public final class Regex {
  /** More bytes have to be looked at. */
  public static final int CUT = -2;

  private final int[] steps;
  private final boolean[][] sets;
  private final int groups;
  private final byte[] prefix;
  private final Map<String, Integer> names;
  private final String source;
  private final Node tree;
  private final int unit;

  private Regex(
      String source, Node tree, int unit, Program program, int groups, Map<String, Integer> names) {
    this.source = source;
    this.tree = tree;
    this.unit = unit;
    this.names = Map.copyOf(names);
    this.steps = program.steps();
    CharSet[] all = program.sets();
    this.sets = new boolean[all.length][256];
    for (int i = 0; i < all.length; i++) {
      for (int c = 0; c < 256; c++) sets[i][c] = all[i].has(c);
    }
    this.groups = groups;
    this.prefix = prefix(steps, all);
  }

  /**
   * Compiles an expression.
   *
   * @throws InvalidRegexException when it is none, or not regular
   */
  public static Regex of(String source) {
    return compiled(source, false);
  }

  /**
   * Compiles an expression over text in UTF-16LE of which only the low bytes are asked for: each
   * byte is followed by a zero.
   *
   * @throws InvalidRegexException when it is none, or not regular
   */
  public static Regex wide(String source) {
    return compiled(source, true);
  }

  private static Regex compiled(String source, boolean wide) {
    var compiler = new Compiler(source, wide);
    Node tree = compiler.parse();
    Program program = compiler.compile(tree);
    return new Regex(source, tree, wide ? 2 : 1, program, compiler.groups(), compiler.names());
  }

  /**
   * Texts one of which is in every match, and how far from its start; none where nothing can be
   * said. Letters stand for both cases.
   *
   * @param longest how many bytes each has at most
   */
  public List<Required> required(int longest) {
    return new Atoms(unit == 2, longest).of(tree);
  }

  /** How many steps its program has: what a search costs is that many for each character. */
  int size() {
    return steps.length / 3;
  }

  /** The bytes that a match may start with; null when it may be empty. */
  boolean @Nullable [] firsts() {
    boolean[] firsts = new boolean[256];
    boolean[] seen = new boolean[size()];
    int[] todo = new int[size() + 1];
    int left = 1;
    seen[0] = true;
    while (left > 0) {
      int pc = todo[--left];
      if (steps[3 * pc] == Program.MATCH) return null;
      if (steps[3 * pc] == Program.SET) {
        boolean[] set = sets[steps[3 * pc + 1]];
        for (int i = 0; i < 256; i++) firsts[i] |= set[i];
        continue;
      }
      boolean split = steps[3 * pc] == Program.SPLIT;
      for (int way = split ? 1 : 2; way <= 2; way++) {
        int next = steps[3 * pc + way];
        if (seen[next]) continue;
        seen[next] = true;
        todo[left++] = next;
      }
    }
    return firsts;
  }

  /** The number of the group with a name; -1 when there is none. */
  public int group(String name) {
    return names.getOrDefault(name, -1);
  }

  /** How many groups it has, besides the whole. */
  public int groups() {
    return groups;
  }

  /**
   * Matches from a place on.
   *
   * @param from where the text starts, for what looks back
   * @param to where it ends
   * @param at where the match has to start
   * @return where each group starts and ends, from the whole on, -1 for those that are not in it;
   *     null when there is no match
   */
  public int @Nullable [] matchAt(byte[] text, int from, int to, int at) {
    if (!hasPrefix(text, at, to)) return null;
    return new Search(text, from, to, at, false).from(at);
  }

  /**
   * Where the match ends that starts in a place; -1 when there is none.
   *
   * @param longest how many bytes it has at most, as if those behind did not match
   * @param effort is told what it took
   * @param asksMore whether {@link #CUT} is wanted when bytes behind could change the answer
   */
  public int endAt(
      byte[] text, int from, int to, int at, int longest, boolean asksMore, Effort effort) {
    if (!hasPrefix(text, at, to)) return -1;
    var search = new Search(text, from, to, at, false, Math.min(to, at + longest));
    int[] found = search.from(at);
    effort.add(search.work + search.tried.size() / 4);
    if (asksMore && search.cut) return CUT;
    return found == null ? -1 : found[1];
  }

  /** The first match that starts in a place from {@code first} to {@code last}. */
  public int @Nullable [] find(byte[] text, int from, int to, int first, int last) {
    Search search = null;
    for (int at = first; at <= Math.min(last, to); at++) {
      if (prefix.length > 0 && !hasPrefix(text, at, to)) continue;
      if (search == null) search = new Search(text, from, to, at, false);
      int[] found = search.from(at);
      if (found != null) return found;
    }
    return null;
  }

  /** Whether there is a match somewhere. */
  public boolean isIn(byte[] text) {
    return find(text, 0, text.length, 0, text.length) != null;
  }

  /** Whether all of a text is one match. */
  public boolean matches(byte[] text, int from, int to) {
    return hasPrefix(text, from, to) && new Search(text, from, to, from, true).from(from) != null;
  }

  private boolean hasPrefix(byte[] text, int at, int to) {
    if (at + prefix.length > to) return false;
    for (int i = 0; i < prefix.length; i++) if (text[at + i] != prefix[i]) return false;
    return true;
  }

  /** The bytes that every match starts with. */
  private static byte[] prefix(int[] steps, CharSet[] sets) {
    byte[] out = new byte[16];
    int n = 0;
    for (int pc = 0; n < out.length; ) {
      int kind = steps[3 * pc];
      if (kind == Program.SAVE) {
        pc = steps[3 * pc + 2];
      } else if (kind == Program.SET && sets[steps[3 * pc + 1]].only() >= 0) {
        out[n++] = (byte) sets[steps[3 * pc + 1]].only();
        pc = steps[3 * pc + 2];
      } else {
        break;
      }
    }
    return Arrays.copyOf(out, n);
  }

  /** One text under search; remembers which ways were tried where. */
  private final class Search {
    private final byte[] text;
    private final int from;
    private final int to;
    private final int base;
    private final boolean whole;
    private final int limit;
    private final Tried tried;
    private boolean cut;
    private long work;
    private int[] stack = new int[96];
    private int depth;

    /**
     * A search.
     *
     * @param base no match starts before
     * @param whole whether a match has to end where the text does
     */
    Search(byte[] text, int from, int to, int base, boolean whole) {
      this(text, from, to, base, whole, to);
    }

    /** The same, in which no byte from the limit on matches. */
    Search(byte[] text, int from, int to, int base, boolean whole, int limit) {
      this.text = text;
      this.from = from;
      this.to = to;
      this.base = base;
      this.whole = whole;
      this.limit = limit;
      this.tried = new Tried(limit - base + 1, steps.length / 3);
    }

    private void push(int pc, int at, int old) {
      if (depth + 3 > stack.length) stack = Arrays.copyOf(stack, 2 * stack.length);
      stack[depth++] = pc;
      stack[depth++] = at;
      stack[depth++] = old;
    }

    int @Nullable [] from(int start) {
      int[] caps = new int[2 * groups + 2];
      Arrays.fill(caps, -1);
      caps[0] = start;
      depth = 0;
      push(0, start, 0);
      while (depth > 0) {
        int old = stack[--depth];
        int at = stack[--depth];
        int pc = stack[--depth];
        if (pc < 0) { // a group whose end is taken back
          caps[-pc - 1] = old;
          continue;
        }
        int end = run(pc, at, caps);
        if (end >= 0) {
          caps[1] = end;
          return caps;
        }
      }
      return null;
    }

    /** Goes one way to its end, and notes the others. */
    private int run(int pc, int at, int[] caps) {
      while (true) {
        work++;
        int a = steps[3 * pc + 1];
        int next = steps[3 * pc + 2];
        switch (steps[3 * pc]) {
          case Program.SET -> {
            if (at >= limit) {
              cut |= at < to;
              return -1;
            }
            if (!sets[a][text[at] & 0xff]) return -1;
            at++;
          }
          case Program.SPLIT -> { // all other steps are reached from one, or lead to one soon
            if (!tried.isNew(pc, at - base)) return -1;
            push(next, at, 0);
            next = a;
          }
          case Program.SAVE -> {
            push(-a - 1, at, caps[a]);
            caps[a] = at;
          }
          case Program.MATCH -> {
            return whole && at != to ? -1 : at;
          }
          default -> {
            if (!holds(steps[3 * pc], at)) return -1;
          }
        }
        pc = next;
      }
    }

    private boolean holds(int assertion, int at) {
      return switch (assertion) {
        case Program.START -> at == from;
        case Program.END -> at == to;
        case Program.LINE_START -> at == from || text[at - 1] == '\n';
        case Program.LINE_END -> at == to || text[at] == '\n';
        default -> (word(at - unit) != word(at)) == (assertion == Program.WORD_BOUNDARY);
      };
    }

    private boolean word(int at) {
      if (at < Math.max(from, 0) || at >= to || !CharSet.WORD.has(text[at] & 0xff)) return false;
      return unit == 1 || (at + 1 < to && text[at + 1] == 0);
    }
  }

  @Override
  public String toString() {
    return source;
  }
}
