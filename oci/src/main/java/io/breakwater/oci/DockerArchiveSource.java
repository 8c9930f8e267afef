package io.breakwater.oci;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.archive.Archives;
import java.io.IOException;
import java.util.Optional;

/** {@code docker-archive:FILE[:TAG]}. */
final class DockerArchiveSource implements ImageSource {
  @Override
  public String scheme() {
    return "docker-archive";
  }

  @Override
  public boolean takesBareNames() {
    return false;
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    String subject = scheme() + ":" + rest;
    NamedFile named =
        NamedFile.of(rest)
            .orElseThrow(() -> ProblemException.of(ProblemCode.FILE_MISSING, subject));
    var archive = Archives.open(named.path(), subject, options.temporary());
    return Optional.of(
        ArchiveImage.open(archive, ArchiveImage.Kind.DOCKER, subject, named.choice(), options));
  }
}
