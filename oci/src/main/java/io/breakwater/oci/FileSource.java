package io.breakwater.oci;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.archive.Archives;
import io.breakwater.oci.internal.archive.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code file:PATH}, and a bare name that is the path of an archive or layout: {@code bw scan
 * image.tar}. A folder or file of another kind that happens to bear the name of an image does not
 * stand in its way.
 */
final class FileSource implements ImageSource {
  @Override
  public String scheme() {
    return "file";
  }

  @Override
  public boolean takesBareNames() {
    return true;
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    Optional<NamedFile> named = NamedFile.of(rest);
    if (named.isEmpty()) {
      if (looksLikePath(rest)) throw ProblemException.of(ProblemCode.FILE_MISSING, rest);
      return Optional.empty();
    }
    Path path = named.get().path();
    String choice = named.get().choice();
    if (Files.isDirectory(path)) {
      var files = new FolderFiles(path);
      if (OciLayout.isIn(files)) {
        return Optional.of(new OciLayout(files, rest).open(choice, options));
      }
      if (!looksLikePath(rest)) return Optional.empty();
      throw ProblemException.of(
          ProblemCode.FORMAT_UNKNOWN, rest, "a folder without index.json; is it dir:" + rest + "?");
    }
    if (!looksLikePath(rest) && !Archives.looksLikeOne(path)) return Optional.empty();
    var archive = Archives.open(path, rest, options.temporary());
    return Optional.of(ArchiveImage.open(archive, ArchiveImage.Kind.ANY, rest, choice, options));
  }

  /** Whether a text can hardly be the name of an image. */
  private static boolean looksLikePath(String text) {
    return text.startsWith("/")
        || text.startsWith("./")
        || text.startsWith("../")
        || text.endsWith(".tar")
        || text.endsWith(".tgz")
        || text.endsWith(".tar.gz");
  }
}
