package io.breakwater.oci;

import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.archive.ArchiveFiles;
import io.breakwater.oci.internal.layer.FileRegion;
import io.breakwater.oci.internal.layer.LayerFacts;
import java.io.IOException;

/** An image in an archive of whatever kind. */
final class ArchiveImage {
  /** What the archive is said to be. */
  enum Kind {
    DOCKER,
    OCI,
    ANY
  }

  private ArchiveImage() {}

  /**
   * Opens an image of an archive.
   *
   * @param choice a tag or digest; empty when there is but one image
   */
  static Image open(
      FileRegion archive, Kind kind, String subject, String choice, OpenOptions options)
      throws IOException {
    ArchiveFiles files = files(archive, subject);
    var docker = new DockerArchive(files);
    if (files.cut().isPresent()) throw cut(files.cut().get(), docker);
    if (kind != Kind.OCI && DockerArchive.isIn(files)) return docker.open(choice, options);
    if (kind != Kind.DOCKER && OciLayout.isIn(files)) {
      return new OciLayout(files).open(choice, options);
    }
    String fault =
        switch (kind) {
          case DOCKER -> "an archive without manifest.json";
          case OCI -> "an archive without index.json";
          case ANY -> "an archive without manifest.json or index.json";
        };
    throw ProblemException.of(ProblemCode.FORMAT_UNKNOWN, subject, fault);
  }

  static ArchiveFiles files(FileRegion archive, String subject) throws IOException {
    try {
      return ArchiveFiles.of(archive, subject);
    } catch (DefectException defect) {
      throw new ProblemException(
          Problem.of(ProblemCode.ARCHIVE_MALFORMED, subject, "the archive", defect.detail()),
          defect);
    }
  }

  private static ProblemException cut(ArchiveFiles.Cut cut, DockerArchive archive) {
    return ProblemException.of(
        ProblemCode.ARCHIVE_TRUNCATED,
        archive.subject(),
        archive.label(cut.path()),
        LayerFacts.grouped(cut.present()),
        LayerFacts.grouped(cut.size()));
  }
}
