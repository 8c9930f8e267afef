package io.breakwater.oci;

import io.breakwater.oci.internal.archive.Archives;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code -}: an archive, of Docker's or OCI's kind, on standard input. */
final class StandardInputSource implements ImageSource {
  private final Supplier<InputStream> input;

  StandardInputSource(Supplier<InputStream> input) {
    this.input = input;
  }

  @Override
  public String scheme() {
    return "-";
  }

  @Override
  public boolean takesBareNames() {
    return true;
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    if (!rest.equals("-")) return Optional.empty();
    var archive = Archives.spool(input.get(), "-", options.temporary());
    return Optional.of(ArchiveImage.open(archive, ArchiveImage.Kind.ANY, "-", "", options));
  }
}
