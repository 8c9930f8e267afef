package io.breakwater.advisory.vex;

import io.breakwater.advisory.internal.PurlPattern;
import io.breakwater.model.Component;
import io.breakwater.model.Purl;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Reads the VEX in a folder. One that is laid out as a VEX repository, with an {@code index.json}
 * by package, is read only for the packages that are asked about; of any other every JSON file.
 */
public final class VexFolder {
  private static final int DEEPEST = 12;
  private static final int MOST_FILES = 100_000;

  private final BiConsumer<Path, String> unreadable;

  /**
   * A reader.
   *
   * @param unreadable told of each file that should be VEX and cannot be used, and why
   */
  public VexFolder(BiConsumer<Path, String> unreadable) {
    this.unreadable = unreadable;
  }

  /**
   * The documents in a folder, in the order of their paths.
   *
   * @param components whose packages are asked about
   * @throws IOException when the folder cannot be read
   */
  public List<VexDocument> read(Path folder, List<Component> components) throws IOException {
    Optional<Path> index = index(folder);
    List<Path> files = index.isPresent() ? indexed(index.get(), components) : all(folder);
    var out = new ArrayList<VexDocument>();
    for (Path file : files) {
      try {
        out.add(VexReader.read(name(folder, file), content(file)));
      } catch (InvalidVexException invalid) {
        unreadable.accept(file, invalid.reason());
      } catch (IOException refused) {
        unreadable.accept(file, String.valueOf(refused.getMessage()));
      }
    }
    return out;
  }

  /**
   * Reads one file.
   *
   * @throws InvalidVexException when it is no VEX
   */
  public static VexDocument readFile(Path file) throws IOException {
    return VexReader.read(String.valueOf(file.getFileName()), content(file));
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(VexReader.LARGEST + 1);
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /**
   * The index of a repository: beside its manifest, or in the folder of the one version there is.
   */
  private static Optional<Path> index(Path folder) {
    for (String name : new String[] {"index.json", "0.1/index.json"}) {
      if (Files.isRegularFile(folder.resolve(name))) return Optional.of(folder.resolve(name));
    }
    return Optional.empty();
  }

  private List<Path> indexed(Path index, List<Component> components) throws IOException {
    Json.Obj document;
    try {
      document = Json.parseObject(content(index));
    } catch (InvalidJsonException broken) {
      unreadable.accept(index, String.valueOf(broken.getMessage()));
      return List.of();
    }
    Path root = index.toAbsolutePath().normalize().getParent();
    if (root == null) return List.of();
    Set<String> names = new HashSet<>();
    for (Component component : components) names.add(name(component.purl()));
    var files = new LinkedHashSet<Path>();
    for (Json.Obj entry : document.objects("packages")) {
      Optional<PurlPattern> id = PurlPattern.parse(entry.text("id"));
      if (id.isEmpty() || !isAsked(id.get().purl(), names)) continue;
      try {
        Path file = root.resolve(entry.text("location")).normalize();
        if (file.startsWith(root) && Files.isRegularFile(file)) files.add(file);
        else
          unreadable.accept(index, "it names a file that is not there: " + entry.text("location"));
      } catch (InvalidPathException none) {
        unreadable.accept(index, "it names a file that cannot be: " + entry.text("location"));
      }
    }
    return List.copyOf(files);
  }

  /** Images are always asked about: the document tells which image it means. */
  private static boolean isAsked(Purl purl, Set<String> names) {
    return purl.type().equals("oci") || names.contains(name(purl));
  }

  private static String name(Purl purl) {
    return purl.type() + "/" + purl.namespace().orElse("") + "/" + purl.name();
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      return walk.filter(f -> f.toString().endsWith(".json"))
          .filter(f -> !String.valueOf(f.getFileName()).equals("vex-repository.json"))
          .filter(Files::isRegularFile)
          .limit(MOST_FILES)
          .sorted()
          .toList();
    } catch (UncheckedIOException refused) {
      throw refused.getCause();
    }
  }
}
