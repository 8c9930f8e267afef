package io.breakwater.advisory;

import io.breakwater.advisory.internal.store.FormatVersion;
import io.breakwater.model.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which readers of feeds this program has: what other ones set aside is not used. */
public final class CodeVersion {
  private CodeVersion() {}

  /** The digest of this module's jar, or of names, sizes and times where it is a folder. */
  public static Digest current() throws IOException {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
    sha256.update((byte) FormatVersion.DATABASE);
    CodeSource source = CodeVersion.class.getProtectionDomain().getCodeSource();
    if (source == null) return Digest.sha256(sha256.digest());
    try {
      Path code = Path.of(source.getLocation().toURI());
      if (Files.isDirectory(code)) {
        for (Path file : classes(code)) {
          String line =
              file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
          sha256.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      } else {
        sha256.update(Files.readAllBytes(code));
      }
    } catch (URISyntaxException notAFile) {
      throw new IOException(notAFile);
    }
    return Digest.sha256(sha256.digest());
  }

  private static List<Path> classes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      var files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
      files.sort(null);
      return files;
    }
  }
}
