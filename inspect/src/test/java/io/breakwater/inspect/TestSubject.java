package io.breakwater.inspect;

import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Layer;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An image made of as many layers as a test wants. */
public final class TestSubject implements Subject {
  private final List<Layer> layers = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();
  private final Set<String> owned = new HashSet<>();
  private final List<FoundFile> files = new ArrayList<>();
  private final List<Component> components = new ArrayList<>();
  private Json.Obj configuration = Json.Obj.EMPTY;
  private final Map<Platform, Json.Obj> elsewhere = new LinkedHashMap<>();
  private String foundIn = "test";
  private LocalDate day = LocalDate.of(2026, 11, 22);
  private String name = "test";
  private Optional<Instant> created = Optional.empty();
  private OperatingSystem os = OperatingSystem.UNKNOWN;
  private ImageInfo.Settings settings = ImageInfo.Settings.NONE;

  /** With so many layers, the lowest of which is the base's. */
  public TestSubject(int count) {
    for (int i = 0; i < count; i++) {
      Digest digest = Digest.parse("sha256:" + "%064x".formatted(i + 1));
      layers.add(new Layer(digest, digest, 1, "RUN step " + i, i == 0 ? Origin.BASE : Origin.OWN));
    }
  }

  /** A file that a higher layer deletes. */
  public TestSubject gone(int layer, String path) {
    gone.add(layer + path);
    return this;
  }

  /** A file that a package brought. */
  public TestSubject owned(String path) {
    owned.add(path);
    return this;
  }

  /** A file that can be run. */
  public TestSubject file(FoundFile file) {
    files.add(file);
    return this;
  }

  /** The day of the inspection. */
  public TestSubject on(LocalDate other) {
    day = other;
    return this;
  }

  /** A package. */
  public TestSubject component(Component component) {
    components.add(component);
    return this;
  }

  /** What the image says of itself. */
  public TestSubject configured(Json.Obj document, ImageInfo.Settings run) {
    configuration = document;
    settings = run;
    return this;
  }

  /** What the same name stands for on another platform. */
  public TestSubject elsewhere(Platform platform, Json.Obj document) {
    elsewhere.put(platform, document);
    return this;
  }

  /** Where it was found, and its name. */
  public TestSubject named(String place, String reference) {
    foundIn = place;
    name = reference;
    return this;
  }

  /** When it was built, and on what. */
  public TestSubject built(Instant time, OperatingSystem on) {
    created = Optional.of(time);
    os = on;
    return this;
  }

  @Override
  public ImageInfo image() {
    return new ImageInfo(
        name,
        foundIn,
        Optional.empty(),
        Optional.empty(),
        Platform.of("linux", "amd64", ""),
        os,
        1,
        created,
        settings,
        layers);
  }

  @Override
  public LocalDate day() {
    return day;
  }

  @Override
  public Map<Platform, Json.Obj> otherPlatforms() {
    return elsewhere;
  }

  @Override
  public Json.Obj configuration() {
    return configuration;
  }

  @Override
  public List<Component> components() {
    return components;
  }

  @Override
  public List<FoundFile> files() {
    return files;
  }

  @Override
  public Optional<String> owner(String path) {
    return owned.contains(path) ? Optional.of("package") : Optional.empty();
  }

  @Override
  public Finding.Standing standing(int layer, String path) {
    return gone.contains(layer + path) ? Finding.Standing.DELETED : Finding.Standing.PRESENT;
  }
}
