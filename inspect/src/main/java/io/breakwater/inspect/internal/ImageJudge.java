package io.breakwater.inspect.internal;

import io.breakwater.inspect.Subject;
import java.util.List;

/** Looks at an image as a whole, and at what inspectors saw in its layers. Pure. */
public interface ImageJudge {
  /**
   * What is wrong.
   *
   * @param subject the image
   * @param seen what all inspectors saw, from the lowest layer up, facts included
   */
  List<Judgement> judge(Subject subject, List<Seen> seen);
}
