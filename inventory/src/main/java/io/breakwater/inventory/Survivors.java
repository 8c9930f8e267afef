package io.breakwater.inventory;

import java.util.List;

/** Which files of a layer the layers above leave there. Asked in the order of paths. */
final class Survivors {
  private final List<LayerFacts> above;
  private String lastFolder = "/"; // no path of a folder
  private boolean lastFolderIsThere = true;

  Survivors(List<LayerFacts> above) {
    this.above = above;
  }

  boolean has(String absolute) {
    if (above.isEmpty()) return true;
    String path = absolute.substring(1);
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    if (!folder.equals(lastFolder)) {
      lastFolder = folder;
      lastFolderIsThere = isThere(folder);
    }
    if (!lastFolderIsThere) return false;
    long hash = PathHash.of(path);
    for (LayerFacts layer : above) if (PathKind.removes(layer.paths(), hash)) return false;
    return true;
  }

  private boolean isThere(String folder) {
    for (int end = 0; ; end = folder.indexOf('/', end + 1)) {
      int to = end < 0 ? folder.length() : end;
      long hash = PathHash.of(folder, to);
      for (LayerFacts layer : above) if (PathKind.empties(layer.paths(), hash)) return false;
      if (end < 0) return true;
    }
  }
}
