package io.breakwater.inventory.internal.kernel;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Linux kernels, by what they say of themselves: a bzImage in its setup header (the boot protocol
 * of x86), others by the words {@code Linux version} in them, also behind gzip.
 */
public final class KernelImageAnalyser implements Analyser {
  private static final long SMALLEST = 256 << 10;
  private static final int MOST_SCANNED = 96 << 20;
  private static final int CHUNK = 64 << 10;
  private static final int LONGEST = 512;
  private static final int SETUP_AT = 0x200;
  private static final int SETUP_LENGTH = 0x12;
  private static final byte[] WORDS = "Linux version ".getBytes(StandardCharsets.US_ASCII);

  @Override
  public String name() {
    return "linux-kernel";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    if (file.size() < SMALLEST || file.type() != EntryType.FILE) return false;
    String path = file.path();
    int name = path.lastIndexOf('/') + 1;
    if (path.length() == name) return false;
    return switch (path.charAt(name)) {
      case 'v' -> path.startsWith("vmlinu", name);
      case 'b' -> path.startsWith("bzImage", name);
      case 'k' -> path.startsWith("kernel", name) && isImage(path, name + 6, head);
      case 'I' -> path.startsWith("Image", name) && isImage(path, name + 5, head);
      default -> false;
    };
  }

  /** Other files have such names too; a kernel is for the PC, or for ARM. */
  private static boolean isImage(String path, int end, Head head) {
    boolean alone = end == path.length() || path.charAt(end) == '-' || path.charAt(end) == '.';
    if (!alone || head.length() < 64) return false;
    return head.startsWith('M', 'Z') || isArm(head.bytes(), head.offset());
  }

  private static boolean isArm(byte[] bytes, int at) {
    return LittleEndian.int32(bytes, at + 0x38) == 0x644d5241;
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Optional<String> banner = setup(content);
    if (banner.isEmpty()) banner = scan(content);
    if (banner.isEmpty()) return;
    Optional<KernelVersion> version = KernelVersion.parse(banner.get());
    if (version.isEmpty()) return;
    String release = version.get().release();
    facts.found(
        FoundPackage.of(
                Purl.of("generic", "", "linux-kernel", release),
                "linux-kernel",
                release,
                "kernel says " + banner.get())
            .with(PackageTraits.INSTALLED.named(version.get().cpe().stream().toList())));
  }

  private static Optional<String> setup(Content content) throws IOException {
    byte[] header = content.read(SETUP_AT - 2, SETUP_LENGTH, SETUP_LENGTH);
    boolean isSetup =
        LittleEndian.uint16(header, 0) == 0xaa55
            && LittleEndian.int32(header, 4) == 0x53726448
            && LittleEndian.uint16(header, 8) >= 0x200;
    if (!isSetup) return Optional.empty();
    int at = LittleEndian.uint16(header, 0x10);
    if (at == 0) return Optional.empty();
    byte[] text = new byte[LONGEST];
    int n = content.read(at + SETUP_AT, text, 0, LONGEST);
    return Optional.of(text(text, 0, n));
  }

  private static Optional<String> scan(Content content) throws IOException {
    byte[] head = content.read(0, 2, 2);
    boolean compressed = head[0] == 0x1f && head[1] == (byte) 0x8b;
    try (InputStream raw = content.stream();
        InputStream in = compressed ? new GZIPInputStream(raw) : raw) {
      return scan(in);
    }
  }

  private static Optional<String> scan(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK + LONGEST];
    int kept = 0;
    for (long done = 0; done < MOST_SCANNED; ) {
      int n = in.readNBytes(chunk, kept, chunk.length - kept);
      int length = kept + n;
      boolean last = length < chunk.length;
      int end = last ? length : length - LONGEST;
      for (int at = 0; at < end; at++) {
        if (chunk[at] != 'L' || !isBanner(chunk, at, length)) continue;
        return Optional.of(text(chunk, at + WORDS.length, length));
      }
      if (last) return Optional.empty();
      System.arraycopy(chunk, end, chunk, 0, LONGEST);
      kept = LONGEST;
      done += n;
    }
    return Optional.empty();
  }

  /** Whether a version stands behind the words: formats of the same words are in kernels too. */
  private static boolean isBanner(byte[] bytes, int at, int end) {
    if (end - at <= WORDS.length) return false;
    for (int i = 0; i < WORDS.length; i++) if (bytes[at + i] != WORDS[i]) return false;
    byte next = bytes[at + WORDS.length];
    return next >= '0' && next <= '9';
  }

  private static String text(byte[] bytes, int from, int limit) {
    int end = from;
    while (end < limit && end - from < LONGEST && bytes[end] >= ' ' && bytes[end] < 0x7f) end++;
    return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
  }
}
