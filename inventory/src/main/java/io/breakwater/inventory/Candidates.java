package io.breakwater.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * The analysers that may want a file, by the last character of its path: of sixty formats a file
 * concerns a handful.
 */
final class Candidates {
  private static final int ASCII = 128;
  private static final char DIRECTORY = '/';

  /** At the last place those for all other characters. */
  private final List<List<Analyser>> byLastCharacter = new ArrayList<>(ASCII + 1);

  Candidates(List<Analyser> analysers) {
    for (int i = 0; i <= ASCII; i++) byLastCharacter.add(new ArrayList<>());
    for (Analyser analyser : analysers) {
      String wanted = analyser.lastCharacters();
      for (int i = 0; i < wanted.length(); i++) {
        byLastCharacter.get(wanted.charAt(i)).add(analyser);
      }
      if (!wanted.isEmpty()) continue;
      for (List<Analyser> list : byLastCharacter) list.add(analyser);
    }
  }

  /** Those that have to be asked about a file, in the order of the list. */
  List<Analyser> ofFile(String path) {
    int last = path.isEmpty() ? ASCII : Math.min(ASCII, path.charAt(path.length() - 1));
    return byLastCharacter.get(last);
  }

  /** Those that have to be asked about directories. */
  List<Analyser> ofDirectories() {
    return byLastCharacter.get(DIRECTORY);
  }
}
