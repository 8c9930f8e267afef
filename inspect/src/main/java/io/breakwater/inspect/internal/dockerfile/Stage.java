package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a build.
 *
 * @param index from 0
 * @param from its FROM; none in a file without one
 * @param image what FROM names, variables filled in where their values are known
 * @param name after AS in lower case; empty without one
 * @param parent the stage that it is made from; none when that is an image
 * @param instructions behind FROM
 * @param environment what ENV sets here and in the stages it is made from
 */
record Stage(
    int index,
    Optional<Instruction> from,
    String image,
    String name,
    @Nullable Stage parent,
    List<Instruction> instructions,
    Map<String, String> environment) {
  Stage {
    instructions = List.copyOf(instructions);
    environment = Map.copyOf(environment);
  }

  /** The last instruction of a kind. */
  Optional<Instruction> last(Keyword keyword) {
    for (int i = instructions.size() - 1; i >= 0; i--) {
      if (instructions.get(i).is(keyword)) return Optional.of(instructions.get(i));
    }
    return Optional.empty();
  }

  /** The last instruction of a kind here or in the stages that this one is made from. */
  Optional<Instruction> inherited(Keyword keyword) {
    for (Stage stage = this; stage != null; stage = stage.parent()) {
      Optional<Instruction> found = stage.last(keyword);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  /** The image that the first of the stages below is made from. */
  String root() {
    Stage stage = this;
    while (stage.parent() != null) stage = stage.parent();
    return stage.image();
  }

  /** Whether it starts from nothing. */
  boolean isScratch() {
    return root().equals("scratch");
  }

  /** Whether the image or a part of its name depends on what is given to the build. */
  boolean isOpen() {
    return image.indexOf('$') >= 0;
  }

  /** Whether the base is an image for Windows, by its name. */
  boolean isWindows() {
    String root = root().toLowerCase(Locale.ROOT);
    return root.contains("windows") || root.contains("nanoserver") || root.contains("servercore");
  }
}
