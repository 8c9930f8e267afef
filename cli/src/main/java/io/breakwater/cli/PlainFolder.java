package io.breakwater.cli;

import io.breakwater.inspect.Subject;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A folder that no package manager knows: everything in it is its owner's. */
record PlainFolder(ImageInfo image, LocalDate day) implements Subject {
  @Override
  public Json.Obj configuration() {
    return Json.Obj.EMPTY;
  }

  @Override
  public List<Component> components() {
    return List.of();
  }

  @Override
  public List<FoundFile> files() {
    return List.of();
  }

  @Override
  public Optional<String> owner(String path) {
    return Optional.empty();
  }

  @Override
  public Finding.Standing standing(int layer, String path) {
    return Finding.Standing.PRESENT;
  }
}
