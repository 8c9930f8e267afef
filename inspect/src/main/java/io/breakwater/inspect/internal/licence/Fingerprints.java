package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.licence.LicenceExpression;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Recognises the texts of licences. Of each, a sample of its shingles is known (those divisible by
 * a power of two, so that samples of different texts can be compared), and not the text. A licence
 * is recognised where nine tenths of its sample are in a text, whatever else is in there.
 */
public final class Fingerprints {
  private static final double SIMILAR = 0.9;
  private static final double RELATED = 0.4;
  private static final int SHORT = 80;
  private static final int MOST = 8;

  private Fingerprints() {}

  /** A licence that may be meant, and how much of it is there. */
  private record Candidate(int licence, double score) {
    /** Scores that hardly differ are the same. */
    long rank() {
      return Math.round(score * 50);
    }
  }

  /** The licences whose texts are in a text, the best match first. */
  public static List<LicenceExpression> find(String text) {
    int[] shingles = Shingles.of(text);
    int[] hits = new int[Data.IDS.length];
    for (int shingle : shingles) {
      int at = Arrays.binarySearch(Data.HASHES, shingle);
      if (at < 0) continue;
      while (at > 0 && Data.HASHES[at - 1] == shingle) at--;
      for (; at < Data.HASHES.length && Data.HASHES[at] == shingle; at++) hits[Data.OWNERS[at]]++;
    }
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < hits.length; i++) {
      double score = (double) hits[i] / Data.SAMPLES[i].length;
      // a few sentences in a long file are a part of something else
      boolean alone = Data.SIZES[i] >= SHORT || shingles.length <= 4 * Data.SIZES[i];
      if (score >= SIMILAR && alone) candidates.add(new Candidate(i, score));
    }
    candidates.sort(
        Comparator.comparingLong((Candidate c) -> -c.rank())
            .thenComparingInt(c -> -Data.SIZES[c.licence()])
            .thenComparingInt(c -> Data.IDS[c.licence()].length()));
    var chosen = new ArrayList<Candidate>();
    for (Candidate candidate : candidates) {
      if (chosen.size() == MOST) break;
      if (chosen.stream().noneMatch(c -> related(c.licence(), candidate.licence()))) {
        chosen.add(candidate);
      }
    }
    return chosen.stream()
        .map(c -> LicenceList.expression(Nearly.refined(Data.IDS[c.licence()], text)).orElseThrow())
        .distinct()
        .toList();
  }

  /** Whether two texts share so much that one file is not meant to hold both. */
  private static boolean related(int a, int b) {
    int step = Math.max(Data.STEPS[a], Data.STEPS[b]);
    int inA = 0;
    int inB = 0;
    int both = 0;
    for (int hash : Data.SAMPLES[a]) {
      if ((hash & step - 1) != 0) continue;
      inA++;
      if (Arrays.binarySearch(Data.SAMPLES[b], hash) >= 0) both++;
    }
    for (int hash : Data.SAMPLES[b]) if ((hash & step - 1) == 0) inB++;
    return both >= RELATED * Math.max(1, Math.min(inA, inB));
  }

  private static final class Data {
    static final String[] IDS;
    static final int[] SIZES;
    static final int[] STEPS;
    static final int[][] SAMPLES;

    /** Every sampled shingle, sorted, and whose it is. */
    static final int[] HASHES;

    static final int[] OWNERS;

    static {
      InputStream raw = LicenceExpression.class.getResourceAsStream("fingerprints.bin");
      try (var in = new DataInputStream(new BufferedInputStream(Objects.requireNonNull(raw)))) {
        int count = in.readInt();
        IDS = new String[count];
        SIZES = new int[count];
        STEPS = new int[count];
        SAMPLES = new int[count][];
        int all = 0;
        for (int i = 0; i < count; i++) {
          IDS[i] = in.readUTF();
          SIZES[i] = in.readInt();
          STEPS[i] = in.readInt();
          SAMPLES[i] = new int[in.readInt()];
          for (int k = 0; k < SAMPLES[i].length; k++) SAMPLES[i][k] = in.readInt();
          all += SAMPLES[i].length;
        }
        long[] pairs = new long[all];
        int next = 0;
        for (int i = 0; i < count; i++) {
          for (int hash : SAMPLES[i]) pairs[next++] = (long) hash << 32 | i;
        }
        Arrays.sort(pairs);
        HASHES = new int[all];
        OWNERS = new int[all];
        for (int i = 0; i < all; i++) {
          HASHES[i] = (int) (pairs[i] >> 32);
          OWNERS[i] = (int) pairs[i];
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
