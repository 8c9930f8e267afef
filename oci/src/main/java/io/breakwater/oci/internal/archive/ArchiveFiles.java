package io.breakwater.oci.internal.archive;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.layer.FileRegion;
import io.breakwater.oci.internal.layer.LayerPath;
import io.breakwater.oci.internal.layer.RegionInput;
import io.breakwater.oci.internal.tar.TarEntry;
import io.breakwater.oci.internal.tar.TarReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a tar archive, found by one walk of its headers and read in place. */
public final class ArchiveFiles implements ImageFiles {
  private static final int MAX_FILES = 200_000;
  private static final int MAX_HOPS = 16;

  private final Map<String, FileRegion> files = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private Optional<Cut> cut = Optional.empty();

  /**
   * Where an archive breaks off.
   *
   * @param path the file that is cut
   * @param present how many bytes of it are there
   * @param size how many there should be
   */
  public record Cut(String path, long present, long size) {}

  private ArchiveFiles() {}

  /**
   * Walks an archive. That its last file is cut is no defect but told by {@link #cut}.
   *
   * @throws DefectException when it is no tar archive or its headers are malformed
   */
  public static ArchiveFiles of(FileRegion archive) throws IOException {
    var files = new ArchiveFiles();
    var reader = new TarReader(new RegionInput(archive));
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      if (files.files.size() + files.links.size() == MAX_FILES) {
        throw new DefectException(Reason.LIMIT, "it has more than " + MAX_FILES + " files");
      }
      long present = archive.size() - reader.contentAt();
      if (present < reader.storedSize()) {
        files.cut = Optional.of(new Cut(next.get().name(), present, reader.storedSize()));
        return files;
      }
      files.add(next.get(), archive, reader);
    }
    return files;
  }

  private void add(TarEntry entry, FileRegion archive, TarReader reader) throws DefectException {
    String path = LayerPath.of(entry.name()).path();
    switch (entry.type()) {
      case TarEntry.FILE -> {
        if (reader.isSparse()) throw DefectException.malformed(path + " is sparse");
        files.put(path, archive.slice(reader.contentAt(), reader.storedSize()));
      }
      case TarEntry.HARD_LINK -> links.put(path, LayerPath.of(entry.link()).path());
      case TarEntry.SYMLINK -> {
        // Docker once saved a layer that two images share as a link beside the other.
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String base = entry.link().startsWith("/") ? "" : folder;
        links.put(path, LayerPath.of(base + entry.link()).path());
      }
      default -> {
        // folders and devices hold no files of ours
      }
    }
  }

  /** Where the archive breaks off, if it does. */
  public Optional<Cut> cut() {
    return cut;
  }

  @Override
  public Optional<FileRegion> file(String path) {
    String at = LayerPath.of(path).path();
    for (int hops = 0; hops < MAX_HOPS; hops++) {
      FileRegion file = files.get(at);
      if (file != null) return Optional.of(file);
      String next = links.get(at);
      if (next == null) break;
      at = next;
    }
    return Optional.empty();
  }
}
