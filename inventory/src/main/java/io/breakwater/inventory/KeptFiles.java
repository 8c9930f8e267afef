package io.breakwater.inventory;

import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The files of a layer that their analysers read together once the layer is read, as far as there
 * is room for them.
 *
 * @param <F> what the layer knows a file by
 */
final class KeptFiles<F> {
  /** A thousand POMs of usual size. */
  private static final int MOST_BYTES = 16 << 20;

  /** Where a path is kept twice, the first is gone when the layer is read. */
  private record Kept<F>(String path, F file, Content content, Findings findings) {}

  private final Map<Analyser, List<Kept<F>>> byAnalyser = new LinkedHashMap<>();
  private int room = MOST_BYTES;
  private boolean full;

  /** Receives each kept file with the reader of all of them. */
  @FunctionalInterface
  interface Receiver<F> {
    void accept(Analyser.Together reader, F file, Content content, Findings findings);
  }

  /**
   * Keeps a file for its analyser.
   *
   * @param findings that will be filled
   * @return false when there is no room for it
   */
  boolean keep(String path, F file, Content content, Findings findings) throws IOException {
    if (content.size() > room) {
      full = true;
      return false;
    }
    byte[] bytes = content.readAll(room);
    room -= bytes.length;
    byAnalyser
        .computeIfAbsent(findings.analyser, _ -> new ArrayList<>())
        .add(new Kept<>(path, file, Content.of(bytes), findings));
    return true;
  }

  /** Forgets files. */
  void removeIf(BiPredicate<String, F> gone) {
    for (List<Kept<F>> files : byAnalyser.values()) {
      files.removeIf(kept -> gone.test(kept.path, kept.file));
    }
  }

  /** Tells of each file. */
  void forEach(Receiver<F> receiver) {
    byAnalyser.forEach(
        (analyser, files) -> {
          var contents = new TreeMap<String, Content>();
          for (Kept<F> kept : files) contents.put(kept.path, kept.content);
          Analyser.Together reader = analyser.together(contents);
          for (Kept<F> kept : files) {
            receiver.accept(reader, kept.file, kept.content, kept.findings);
          }
        });
  }

  /** Whether a file found no room. */
  boolean isFull() {
    return full;
  }
}
