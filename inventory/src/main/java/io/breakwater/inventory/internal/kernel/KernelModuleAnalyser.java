package io.breakwater.inventory.internal.kernel;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.inventory.internal.binary.Executable.Range;
import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Modules of the Linux kernel that have a version of their own, by their section {@code .modinfo};
 * those without one are parts of their kernel. Also behind gzip.
 */
public final class KernelModuleAnalyser implements Analyser {
  private static final String EXTENSION = ".ko";
  private static final String COMPRESSED = ".ko.gz";
  private static final int MAX_MODULE = 64 << 20;
  private static final int MAX_INFO = 1 << 20;

  @Override
  public String name() {
    return "linux-kernel-module";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "oz";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return (path.endsWith(EXTENSION) && head.isElf())
        || (path.endsWith(COMPRESSED) && head.startsWith(0x1f, 0x8b));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    boolean compressed = file.path().endsWith(COMPRESSED);
    Optional<Executable> module = Executable.open(compressed ? inflated(content) : content);
    if (module.isEmpty()) return;
    Optional<Range> section = module.get().section(".modinfo");
    if (section.isEmpty()) return;
    Content bytes = module.get().content();
    byte[] info = bytes.read(section.get().offset(), section.get().size(), MAX_INFO);
    String text = new String(info, StandardCharsets.UTF_8);
    String version = value(text, "version");
    if (version.isEmpty()) return;
    String name = value(text, "name");
    if (name.isEmpty()) name = name(file.path());
    String kernel = value(text, "vermagic");
    int space = kernel.indexOf(' ');
    String source = ".modinfo for kernel " + (space < 0 ? kernel : kernel.substring(0, space));
    Coordinates.plain("generic", name, version)
        .report(facts, Licences.name(value(text, "license")), "", source);
  }

  private static Content inflated(Content content) throws IOException {
    try (var in = new GZIPInputStream(content.stream())) {
      byte[] module = in.readNBytes(MAX_MODULE + 1);
      if (module.length > MAX_MODULE) throw new ContentTooLargeException(module.length, MAX_MODULE);
      return Content.of(module);
    }
  }

  /** The first value of a key, of texts {@code key=value} with zero bytes between them. */
  private static String value(String info, String key) {
    String start = key + "=";
    for (int at = 0; at < info.length(); ) {
      int end = info.indexOf('\0', at);
      if (end < 0) end = info.length();
      if (info.startsWith(start, at)) return info.substring(at + start.length(), end).strip();
      at = end + 1;
    }
    return "";
  }

  /** The name that the kernel knows a module by. */
  private static String name(String path) {
    String file = Paths.fileName(path);
    return file.substring(0, file.indexOf(EXTENSION)).replace('-', '_');
  }
}
