package io.breakwater.inventory;

import io.breakwater.inventory.Merge.PresentFile;
import io.breakwater.inventory.internal.os.ReleaseFiles;
import io.breakwater.model.OperatingSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which distribution an image is, of all files that tell. */
final class Systems {
  private Systems() {}

  static OperatingSystem of(List<PresentFile> files) {
    Map<String, OperatingSystem> told = new HashMap<>();
    for (PresentFile file : files) {
      file.facts()
          .operatingSystem(file.file())
          .ifPresent(os -> told.put(file.facts().path(file.file()), os));
    }
    return told.isEmpty() ? OperatingSystem.UNKNOWN : ReleaseFiles.judge(told);
  }
}
