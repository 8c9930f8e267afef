package io.breakwater.inventory;

import io.breakwater.inventory.internal.binary.Linkage;
import java.util.List;

/** What a file of an image brings into play when it runs, as its own bytes tell. */
public sealed interface RunFacts {
  /** The absolute path of the file. */
  String path();

  /** A program or library. */
  record Binary(String path, Linkage linkage) implements RunFacts {}

  /**
   * Text that names its interpreter.
   *
   * @param interpreter the rest of its first line
   * @param words what in it may name a command or a path, each once; empty where they were not read
   * @param read whether its words were read, and all of them are here
   */
  record Script(String path, String interpreter, List<String> words, boolean read)
      implements RunFacts {
    /** Copies the list. */
    public Script {
      words = List.copyOf(words);
    }
  }

  /**
   * A symbolic link.
   *
   * @param target as it is written
   */
  record Link(String path, String target) implements RunFacts {}

  /**
   * All that is known of an image.
   *
   * @param complete whether nothing was left out because there was too much of it
   */
  record Known(List<RunFacts> facts, boolean complete) {
    /** Copies the list. */
    public Known {
      facts = List.copyOf(facts);
    }
  }
}
