package io.breakwater.inspect.internal.shell;

import java.util.List;
import java.util.Map;

/**
 * One stage of a build, as checks about shell code see it.
 *
 * @param index from 0
 * @param name after AS in lower case; empty when it has none
 * @param base the image or the stage after FROM, variables filled in where their values are known
 * @param parent the index of the stage that {@code base} names; -1 when it is an image
 * @param environment what ENV sets in this stage and in the stages it comes from
 * @param sources its shell code in the order of the file
 */
public record ShellStage(
    int index,
    String name,
    String base,
    int parent,
    Map<String, String> environment,
    List<ShellSource> sources) {
  /** Copies the collections. */
  public ShellStage {
    environment = Map.copyOf(environment);
    sources = List.copyOf(sources);
  }
}
