package io.breakwater.inventory.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The base images that somebody declared: a file of JSON lines, one image each. Several processes
 * may use it at once: a change appears whole.
 */
public final class DeclaredBases {
  private static final int LARGEST = 64 << 20;

  private final Path file;

  /** The bases of a file, which need not be there. */
  public DeclaredBases(Path file) {
    this.file = file;
  }

  /** All of them, in the order in which they were declared. */
  public List<KnownImage> list() throws IOException {
    var images = new ArrayList<KnownImage>();
    try {
      if (Files.size(file) > LARGEST) throw new IOException(file + " is too large to be a list");
      for (String line : Files.readString(file).split("\n", -1)) {
        if (!line.isBlank()) KnownImage.parse(line).ifPresent(images::add);
      }
    } catch (NoSuchFileException none) {
      return List.of();
    }
    return images;
  }

  /** Declares one, in the place of what had its name. */
  public void add(KnownImage image) throws IOException {
    change(
        images -> {
          images.removeIf(other -> other.name().equals(image.name()));
          images.add(image);
        });
  }

  /**
   * Takes one back.
   *
   * @return whether there was one of this name
   */
  public boolean remove(String name) throws IOException {
    boolean[] found = new boolean[1];
    change(images -> found[0] = images.removeIf(other -> other.name().equals(name)));
    return found[0];
  }

  /** Changes the list. */
  @FunctionalInterface
  private interface Edit {
    void apply(List<KnownImage> images);
  }

  private void change(Edit edit) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) throw new IOException(file + " is no file");
    Files.createDirectories(folder);
    Path lock = folder.resolve(file.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) throw new IOException(lock + " cannot be locked");
      var images = new ArrayList<>(list());
      edit.apply(images);
      var lines = new StringBuilder();
      for (KnownImage image : images) lines.append(image.line()).append('\n');
      Path aside = Files.createTempFile(folder, "bases-", "");
      try {
        Files.writeString(aside, lines, StandardCharsets.UTF_8);
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    }
  }
}
