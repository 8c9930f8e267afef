package io.breakwater.oci.internal.archive;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.internal.layer.FileRegion;
import java.io.IOException;
import java.util.Optional;

/** The files of an image as some tool saved it, by relative path: a folder or an archive. */
public interface ImageFiles {
  /** The image as the user named it, for messages. */
  String subject();

  /**
   * A file; empty when there is none of this name, or something else bears it.
   *
   * @throws ProblemException when it is there and cannot be read
   */
  Optional<FileRegion> file(String path) throws IOException;

  /**
   * All of a file that has to be there and to be small.
   *
   * @throws ProblemException when it is missing, unreadable, or longer than {@code limit}
   */
  default byte[] read(String path, int limit) throws IOException {
    Optional<FileRegion> file = file(path);
    if (file.isEmpty()) {
      String fault = "it lacks " + (path.isEmpty() ? "a configuration" : path);
      throw ProblemException.of(ProblemCode.ARCHIVE_MALFORMED, subject(), "the image", fault);
    }
    try {
      return file.get().readAll(limit);
    } catch (ContentTooLargeException _) {
      throw ProblemException.of(ProblemCode.LIMIT_EXCEEDED, subject(), path, limit + " bytes");
    }
  }
}
