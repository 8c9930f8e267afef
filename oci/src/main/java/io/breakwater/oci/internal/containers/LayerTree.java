package io.breakwater.oci.internal.containers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The unpacked files of a layer. A name is looked up as if the layer were the root of the file
 * system: links among its folders are followed inside, none leads out, and a file itself is never
 * reached through a link.
 */
final class LayerTree {
  private static final int MOST_LINKS = 40;
  private static final int MOST_PARTS = 4096;

  private final Path root;
  private String lastFolder = "\0";
  private Path lastResolved;

  LayerTree(Path root) {
    this.root = root;
    this.lastResolved = root;
  }

  /** The content of a file of the layer. */
  InputStream open(String name) throws IOException {
    int slash = name.lastIndexOf('/');
    String folder = slash < 0 ? "" : name.substring(0, slash);
    if (!folder.equals(lastFolder)) {
      lastResolved = resolve(folder);
      lastFolder = folder;
    }
    String fileName = name.substring(slash + 1);
    if (fileName.isEmpty() || isDots(fileName)) throw new FileSystemException(name);
    Path file = lastResolved.resolve(fileName);
    // Never a device or a pipe, which could keep a reader waiting for ever.
    var attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(name, null, "it is not a regular file");
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  private Path resolve(String folder) throws IOException {
    Deque<String> parts = new ArrayDeque<>();
    push(parts, folder);
    Path here = root;
    int links = 0;
    while (!parts.isEmpty()) {
      String part = parts.pop();
      if (part.equals("..")) {
        if (!here.equals(root)) here = parent(here);
        continue;
      }
      Path next = here.resolve(part);
      if (!Files.isSymbolicLink(next)) {
        here = next;
        continue;
      }
      if (++links > MOST_LINKS) throw new FileSystemException(folder, null, "too many links");
      String target = Files.readSymbolicLink(next).toString();
      if (target.startsWith("/")) here = root;
      push(parts, target);
    }
    return here;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static void push(Deque<String> parts, String path) throws FileSystemException {
    String[] all = path.split("/", -1);
    if (all.length + parts.size() > MOST_PARTS) {
      throw new FileSystemException(path, null, "too many parts");
    }
    for (int i = all.length - 1; i >= 0; i--) {
      if (!all[i].isEmpty() && !all[i].equals(".")) parts.push(all[i]);
    }
  }

  private static boolean isDots(String part) {
    return part.equals(".") || part.equals("..");
  }
}
