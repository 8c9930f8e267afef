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
    if (told.isEmpty()) return OperatingSystem.UNKNOWN;
    OperatingSystem os = ReleaseFiles.judge(told);
    // With packages of a distribution there is more to it, which nothing names.
    return os.id().equals("busybox") && hasPackages(files) ? OperatingSystem.UNKNOWN : os;
  }

  private static boolean hasPackages(List<PresentFile> files) {
    for (PresentFile file : files) {
      LayerFacts facts = file.facts();
      int first = facts.firstPackage(file.file());
      boolean any = first < facts.endPackage(file.file());
      if (any && DistributionPackages.isType(facts.type(first))) return true;
    }
    return false;
  }
}
