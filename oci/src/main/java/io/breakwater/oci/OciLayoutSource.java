package io.breakwater.oci;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.archive.Archives;
import io.breakwater.oci.internal.archive.FolderFiles;
import io.breakwater.oci.internal.archive.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code oci:DIR|TAR[:TAG|@DIGEST]}. */
final class OciLayoutSource implements ImageSource {
  @Override
  public String scheme() {
    return "oci";
  }

  @Override
  public boolean takesBareNames() {
    return false;
  }

  /** What is attached to an image of a layout. */
  static List<Attachment> attachments(
      String rest, OpenOptions options, Predicate<String> wanted, int largest) throws IOException {
    String subject = "oci:" + rest;
    NamedFile named =
        NamedFile.of(rest)
            .orElseThrow(() -> ProblemException.of(ProblemCode.FILE_MISSING, subject));
    ImageFiles files;
    if (Files.isDirectory(named.path())) {
      files = new FolderFiles(named.path(), subject);
    } else {
      var archive = Archives.open(named.path(), subject, options.temporary());
      files = ArchiveImage.files(archive, subject);
    }
    if (!OciLayout.isIn(files)) {
      throw ProblemException.of(ProblemCode.FORMAT_UNKNOWN, subject, "it has no index.json");
    }
    return new OciLayout(files).attachments(named.choice(), options, wanted, largest);
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    String subject = scheme() + ":" + rest;
    NamedFile named =
        NamedFile.of(rest)
            .orElseThrow(() -> ProblemException.of(ProblemCode.FILE_MISSING, subject));
    if (!Files.isDirectory(named.path())) {
      var archive = Archives.open(named.path(), subject, options.temporary());
      return Optional.of(
          ArchiveImage.open(archive, ArchiveImage.Kind.OCI, subject, named.choice(), options));
    }
    var files = new FolderFiles(named.path(), subject);
    if (!OciLayout.isIn(files)) {
      throw ProblemException.of(ProblemCode.FORMAT_UNKNOWN, subject, "a folder without index.json");
    }
    return Optional.of(new OciLayout(files).open(named.choice(), options));
  }
}
