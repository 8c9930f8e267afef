package io.breakwater.inspect.lint;

import io.breakwater.inspect.internal.dockerfile.BuildSteps;
import java.util.List;

/**
 * An instruction of the stage that a Dockerfile builds.
 *
 * @param keyword in upper case
 * @param text what follows, on one line
 * @param line that it begins at, from 1
 * @param end the last of its lines
 */
public record BuildStep(String keyword, String text, int line, int end) {
  /**
   * The instructions of the last stage and of those that it is made from, the first FROM first.
   *
   * @throws InvalidConfigurationException when the text is no Dockerfile
   */
  public static List<BuildStep> of(String dockerfile) throws InvalidConfigurationException {
    return BuildSteps.of(dockerfile);
  }
}
