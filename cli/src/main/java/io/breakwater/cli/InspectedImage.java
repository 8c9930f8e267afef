package io.breakwater.cli;

import io.breakwater.inspect.Subject;
import io.breakwater.inventory.Inventory;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What inspections have to know of an image, as its inventory tells. */
record InspectedImage(
    ImageInfo image,
    Json.Obj configuration,
    Map<Platform, Json.Obj> otherPlatforms,
    Inventory inventory,
    LocalDate day)
    implements Subject {
  InspectedImage {
    otherPlatforms = Map.copyOf(otherPlatforms);
  }

  @Override
  public List<Component> components() {
    return inventory.components();
  }

  @Override
  public List<FoundFile> files() {
    return inventory.files().list();
  }

  @Override
  public Optional<String> owner(String path) {
    return inventory.files().owner(path);
  }

  @Override
  public Finding.Standing standing(int layer, String path) {
    return inventory.files().standing(layer, path);
  }
}
