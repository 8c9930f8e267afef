package io.breakwater.inventory;

import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A layer that is made entry by entry, in memory. */
final class TestLayer implements ImageLayer {
  @SuppressWarnings("ArrayRecordComponent") // nobody compares entries
  private record Entry(FileEntry entry, byte[] bytes) {}

  private final Optional<Digest> diffId;
  private final String instruction;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  final AtomicInteger reads = new AtomicInteger();

  private TestLayer(Optional<Digest> diffId, String instruction) {
    this.diffId = diffId;
    this.instruction = instruction;
  }

  /** A layer with a diffID that ends with a number, made by an instruction of that number. */
  static TestLayer number(int number) {
    return new TestLayer(Optional.of(diffId(number)), "RUN " + number);
  }

  /** The diffID of the layer of a number. */
  static Digest diffId(int number) {
    byte[] hash = new byte[32];
    hash[31] = (byte) number;
    hash[30] = (byte) (number >> 8);
    return Digest.sha256(hash);
  }

  /** A root file system: the files below a directory. */
  static TestLayer rootFileSystem(Path root) throws IOException {
    var layer = new TestLayer(Optional.empty(), "");
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.sorted().toList()) {
        String relative = root.relativize(path).toString().replace('\\', '/');
        if (Files.isRegularFile(path)) layer.file(relative, Files.readAllBytes(path));
      }
    }
    return layer;
  }

  TestLayer file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  TestLayer file(String path, byte[] bytes) {
    return add(path, EntryType.FILE, bytes, "");
  }

  TestLayer directory(String path) {
    return add(path, EntryType.DIRECTORY, new byte[0], "");
  }

  TestLayer symlink(String path, String target) {
    return add(path, EntryType.SYMLINK, new byte[0], target);
  }

  TestLayer hardLink(String path, String target) {
    return add(path, EntryType.HARD_LINK, new byte[0], target);
  }

  TestLayer whiteout(String path) {
    return add(path, EntryType.WHITEOUT, new byte[0], "");
  }

  TestLayer opaque(String path) {
    return add(path, EntryType.OPAQUE, new byte[0], "");
  }

  TestLayer note(String path) {
    notes.add(path);
    return this;
  }

  private TestLayer add(String path, EntryType type, byte[] bytes, String target) {
    entries.add(new Entry(new FileEntry(path, type, bytes.length, 0644, 0, 0, target), bytes));
    return this;
  }

  @Override
  public Optional<Digest> digest() {
    return diffId;
  }

  @Override
  public Optional<Digest> diffId() {
    return diffId;
  }

  @Override
  public long size() {
    return entries.stream().mapToLong(entry -> entry.bytes.length).sum();
  }

  @Override
  public String instruction() {
    return instruction;
  }

  @Override
  public boolean read(LayerVisitor visitor) throws IOException {
    reads.incrementAndGet();
    Map<String, byte[]> files = new HashMap<>();
    var links = new ArrayList<Entry>();
    for (String note : notes) {
      visitor.notAnalysed(note, NotAnalysed.Reason.OUTSIDE, "for a test");
    }
    for (Entry entry : entries) {
      FileEntry file = entry.entry();
      byte[] bytes = entry.bytes();
      Head head = Head.EMPTY;
      switch (file.type()) {
        case FILE -> {
          files.put(file.path(), bytes);
          head = new Head(bytes, 0, Math.min(bytes.length, Head.MAX));
        }
        case HARD_LINK -> {
          bytes = files.getOrDefault(file.linkTarget(), new byte[0]);
          files.put(file.path(), bytes);
        }
        case DIRECTORY, SYMLINK, SPECIAL, WHITEOUT, OPAQUE -> {}
      }
      boolean wanted = visitor.entry(file, head);
      if (!wanted) continue;
      if (file.type() == EntryType.HARD_LINK) links.add(new Entry(file, bytes));
      else visitor.content(file, Content.of(bytes));
    }
    for (Entry link : links) visitor.content(link.entry(), Content.of(link.bytes()));
    return diffId.isPresent();
  }
}
