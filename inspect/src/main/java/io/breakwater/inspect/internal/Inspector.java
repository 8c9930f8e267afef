package io.breakwater.inspect.internal;

import io.breakwater.model.Check;
import java.util.List;

/**
 * One kind of inspection: who looks at files, and who judges.
 *
 * @param area what it finds
 * @param files who looks at files
 * @param judge who judges the image
 */
public record Inspector(Check.Area area, List<FileInspector> files, ImageJudge judge) {
  /** Copies the list. */
  public Inspector {
    files = List.copyOf(files);
  }
}
