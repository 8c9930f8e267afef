package io.breakwater.inventory.internal.java;

import io.breakwater.model.Digest;
import io.breakwater.oci.Content;
import io.breakwater.oci.zip.ZipArchive;
import io.breakwater.oci.zip.ZipBudget;
import io.breakwater.oci.zip.ZipMember;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.BiConsumer;

/** Hashes an archive, and archives nested in it, as they lie there. Used by one thread. */
public final class ArchiveHashes {
  private static final String INNER = "!/";

  private final byte[] buffer = new byte[64 << 10];
  private final MessageDigest sha1 = algorithm("SHA-1");
  private final MessageDigest sha256 = algorithm("SHA-256");
  private final BiConsumer<String, List<Digest>> hashes;

  /**
   * A hasher.
   *
   * @param hashes takes each place, with its SHA-1 and SHA-256
   */
  public ArchiveHashes(BiConsumer<String, List<Digest>> hashes) {
    this.hashes = hashes;
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /**
   * Hashes what is wanted of a file.
   *
   * @param path of the file
   * @param wanted places: the path itself, or such as {@code /a.war!/WEB-INF/lib/b.jar} in it
   * @throws IOException when it cannot be read; what was found until then is told
   */
  public void file(Content content, String path, NavigableSet<String> wanted) throws IOException {
    walk(content, path, wanted, new ZipBudget(), 1);
  }

  private void walk(
      Content content, String place, NavigableSet<String> wanted, ZipBudget budget, int depth)
      throws IOException {
    if (wanted.contains(place)) hash(content, place);
    if (depth > ZipBudget.MAX_DEPTH || !holds(wanted, place)) return;
    ZipArchive zip = ZipArchive.open(content, budget, JavaNames::matters);
    for (ZipMember member : zip.members()) {
      String inner = place + INNER + member.name();
      if (!wanted.contains(inner) && !holds(wanted, inner)) continue;
      Content nested = zip.content(member, budget.mayHold());
      long held = ZipArchive.isView(member) ? 0 : nested.size();
      budget.hold(held);
      try {
        walk(nested, inner, wanted, budget, depth + 1);
      } finally {
        budget.release(held);
      }
    }
  }

  /** Whether something in this archive is wanted. */
  private static boolean holds(NavigableSet<String> wanted, String place) {
    String first = wanted.ceiling(place + INNER);
    return first != null && first.startsWith(place + INNER);
  }

  private void hash(Content content, String place) throws IOException {
    sha1.reset();
    sha256.reset();
    long at = 0;
    for (int n; (n = content.read(at, buffer, 0, buffer.length)) > 0; at += n) {
      sha1.update(buffer, 0, n);
      sha256.update(buffer, 0, n);
    }
    hashes.accept(
        place, List.of(Digest.of("sha1", sha1.digest()), Digest.of("sha256", sha256.digest())));
  }
}
