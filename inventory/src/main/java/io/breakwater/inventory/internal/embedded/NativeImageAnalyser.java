package io.breakwater.inventory.internal.embedded;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.inventory.sbom.SbomReader;
import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The Java libraries that GraalVM compiled into a program, by the SBOM that it puts there:
 * CycloneDX as JSON behind gzip, at the symbol {@code sbom}, its length at {@code sbom_length}.
 */
public final class NativeImageAnalyser implements Analyser {
  private static final int MAX_COMPRESSED = 8 << 20;
  private static final int MAX_JSON = 32 << 20;

  /** The heap that every native image has, in the names of ELF, Mach-O and PE. */
  private static final List<String> HEAPS = List.of(".svm_heap", "__svm_heap", ".svm_hea");

  @Override
  public String name() {
    return "graalvm-sbom";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.size() > 1 << 20 && Executable.isCandidate(file, head);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Optional<Executable> executable = Executable.open(content);
    if (executable.isEmpty() || !isNativeImage(executable.get())) return;
    Optional<byte[]> compressed = compressed(executable.get());
    if (compressed.isEmpty()) return;
    new SbomPackages(SbomReader.read(inflate(compressed.get())), true).report(facts);
  }

  private static boolean isNativeImage(Executable executable) throws IOException {
    for (String heap : HEAPS) {
      if (executable.section(heap).isPresent()) return true;
    }
    return false;
  }

  private static Optional<byte[]> compressed(Executable executable) throws IOException {
    Optional<Long> start = executable.symbol("sbom");
    Optional<Long> lengthAt = executable.symbol("sbom_length");
    if (start.isEmpty() || lengthAt.isEmpty()) return Optional.empty();
    Optional<byte[]> length = executable.at(lengthAt.get(), 8, 8);
    if (length.isEmpty()) return Optional.empty();
    long size = LittleEndian.int64(length.get(), 0);
    if (size < 0 || size > MAX_COMPRESSED) throw new ContentTooLargeException(size, MAX_COMPRESSED);
    return executable.at(start.get(), size, MAX_COMPRESSED);
  }

  private static byte[] inflate(byte[] compressed) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] json = in.readNBytes(MAX_JSON + 1);
      if (json.length > MAX_JSON) throw new ContentTooLargeException(json.length, MAX_JSON);
      return json;
    } catch (ZipException damaged) {
      throw new MalformedFileException("the SBOM is damaged: " + damaged.getMessage());
    }
  }
}
