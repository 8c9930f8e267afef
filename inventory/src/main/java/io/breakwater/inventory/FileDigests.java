package io.breakwater.inventory;

import io.breakwater.model.Digest;
import io.breakwater.model.FoundFile;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.Image;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Digests of files of an image, by reading again the layers that they lie in, and of those no other
 * content.
 */
public final class FileDigests {
  private FileDigests() {}

  /**
   * The SHA-256 digests of files.
   *
   * @param files of this image
   * @return by path; a file that cannot be read has none
   * @throws IOException when a layer cannot be read
   */
  public static Map<String, Digest> of(Image image, Collection<FoundFile> files)
      throws IOException {
    var byLayer = new TreeMap<Integer, Set<String>>();
    for (FoundFile file : files) {
      byLayer.computeIfAbsent(file.layer(), _ -> new HashSet<>()).add(file.path().substring(1));
    }
    var digests = new HashMap<String, Digest>();
    for (Map.Entry<Integer, Set<String>> layer : byLayer.entrySet()) {
      image.layers().get(layer.getKey()).read(new Pass(layer.getValue(), digests));
    }
    return digests;
  }

  private static final class Pass implements LayerVisitor {
    private final Set<String> wanted;
    private final Map<String, Digest> digests;
    private final byte[] buffer = new byte[64 << 10];
    private final MessageDigest sha256;

    Pass(Set<String> wanted, Map<String, Digest> digests) {
      this.wanted = wanted;
      this.digests = digests;
      try {
        this.sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException everyJvmHasIt) {
        throw new IllegalStateException(everyJvmHasIt);
      }
    }

    @Override
    public boolean entry(FileEntry entry, Head head) {
      return switch (entry.type()) {
        case FILE, HARD_LINK -> wanted.contains(entry.path());
        case DIRECTORY, SYMLINK, WHITEOUT, OPAQUE, SPECIAL -> false;
      };
    }

    @Override
    public void content(FileEntry entry, Content content) throws IOException {
      long at = 0;
      for (int n; (n = content.read(at, buffer, 0, buffer.length)) > 0; at += n) {
        sha256.update(buffer, 0, n);
      }
      digests.put(entry.absolutePath(), Digest.sha256(sha256.digest()));
    }

    @Override
    public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
      // Told when the inventory was taken.
    }
  }
}
